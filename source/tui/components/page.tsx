import {Box} from 'ink';
import type {Line} from '../../core/screen/span.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

type PageProps = {
	readonly lines: readonly Line[];
	/** Cells inside the frame. */
	readonly width: number;
	readonly height: number;
	readonly columns: number;
	/** The first line in sight. */
	readonly from: number;
};

/** Lines in a frame, in place of the body, from one line on. */
export function Page({lines, width, height, columns, from}: PageProps) {
	const {theme} = useSession();
	const top = Math.min(from, Math.max(0, lines.length - height));
	return (
		<Box flexDirection='column' borderStyle={theme.borderStyle} borderDimColor paddingX={1} width={columns} height={height + 2}>
			{lines.slice(top, top + height).map((line, index) => <TextLine key={top + index} line={line} width={width}/>)}
		</Box>
	);
}
