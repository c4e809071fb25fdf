import {Box} from 'ink';
import {span} from '../../core/screen/span.js';
import {helpMargin, type HelpLayout} from '../../core/view/layout-help.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type HelpProps = {
	readonly help: HelpLayout;
	/** The first line in sight. */
	readonly from: number;
	/** The line of the match that a person is at. */
	readonly at: number | undefined;
};

/** The help in place of the body, from the line `from` on. */
export function Help({help: {lines, width, height}, from, at}: HelpProps) {
	const {theme: {symbols}} = useSession();
	return (
		<Box flexDirection='column' width={width} height={height} overflow='hidden'>
			{lines.slice(from, from + height).map((line, index) => (
				<TextLine
					key={from + index}
					line={[span((from + index === at ? symbols.marker : '').padEnd(helpMargin), 'strong'), ...line]}
					width={width}
				/>
			))}
		</Box>
	);
}
