import {Box} from 'ink';
import {span} from '../../core/screen/span.js';
import {helpMargin, type HelpLayout} from '../../core/view/help/layout-help.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type ScrolledLinesProps = {
	/** The lines, and the part of the screen that they have. */
	readonly layout: Omit<HelpLayout, 'found'>;
	/** The first line in sight. */
	readonly from: number;
	/** The line of the match that a person is at. */
	readonly at?: number | undefined;
};

/** Lines in place of the body, from the line `from` on, such as the help. */
export function ScrolledLines({layout: {lines, width, height}, from, at}: ScrolledLinesProps) {
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
