import {Box} from 'ink';
import type {Size} from '../../core/screen/geometry.js';
import {layoutHelp} from '../../core/view/layout-help.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

/** The list of all keys in a frame, in place of the body, from the line `from` on. */
export function Help({size, from}: {readonly size: Size; readonly from: number}) {
	const {theme, keymap} = useSession();
	const {lines, width, height} = layoutHelp(size, keymap);
	const top = Math.min(from, Math.max(0, lines.length - height));
	const visibleLines = lines.slice(top, top + height);
	return (
		<Box flexDirection='column' borderStyle={theme.borderStyle} borderDimColor paddingX={1} width={size.columns} height={height + 2}>
			{visibleLines.map((line, index) => <TextLine key={top + index} line={line} width={width}/>)}
		</Box>
	);
}
