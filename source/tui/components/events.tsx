import {Box} from 'ink';
import {lineParts, type LineContext} from '../../core/view/describe-event.js';
import {isFold, type EventLine} from '../../core/view/event-lines.js';
import type {Box as Cells} from '../../core/screen/geometry.js';
import {cutMiddle} from '../../core/text/cut-middle.js';
import {cellWidth, fit} from '../../core/text/measure.js';
import {span, type Line, type Span} from '../../core/screen/span.js';
import type {Symbols} from '../../core/screen/symbols.js';
import type {ListView} from '../../core/view/list-view.js';
import {growingViewport} from '../../core/screen/viewport.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type EventsProps = {
	readonly lines: readonly EventLine[];
	/** The place of the selected line. */
	readonly index: number;
	readonly view: ListView;
	/** `height` is the number of lines, without the title line. */
	readonly box: Cells;
	readonly context: LineContext;
};

const narrowestName = 8;
const widestName = 28;

/** The list of events, newest first. Once the user has moved to a line, new events do not move the list. */
export function Events({lines, index, view, box, context}: EventsProps) {
	const {theme: {symbols}} = useSession();
	if (lines.length === 0) {
		const words = view.filter === '' ? 'Nothing has happened since the monitor began to watch.' : 'No event matches the filter.';
		return (
			<Box flexDirection='column' width={box.width} paddingTop={1}>
				<TextLine line={[span(`   ${words}`)]} width={box.width}/>
			</Box>
		);
	}

	const {top, count, line: selectedLine} = growingViewport({index, line: view.line}, box.height, lines.length);
	const columns = columnsOf(lines, box.width, context);
	const newer = top > 0 ? `  ${symbols.moreAbove}${top} newer` : '';
	const titles = `  ${'TIME'.padEnd(columns.time)}  ${'NAME'.padEnd(columns.name)}  EVENT`;
	return (
		<Box flexDirection='column' width={box.width}>
			<TextLine line={[span(titles, 'title'), span(newer, 'caution')]} width={box.width}/>
			{lines.slice(top, top + count).map((line, row) => {
				const isSelected = row === selectedLine;
				const marker = span(isSelected ? `${symbols.marker} ` : '  ', 'strong');
				return (
					<TextLine
						key={line.id}
						line={[marker, ...drawLine(line, columns, context, symbols)]}
						width={box.width}
						emphasis={isSelected ? 'selected' : 'normal'}
					/>
				);
			})}
		</Box>
	);
}

/** The newest lines below the grid, under a rule with their title. They have no selection. */
export function LatestEvents({lines, box: {width, height}, context}: Pick<EventsProps, 'lines' | 'box' | 'context'>) {
	const {theme: {symbols}} = useSession();
	const columns = columnsOf(lines, width, context);
	const title = `${symbols.rule}${symbols.rule} EVENTS `;
	return (
		<Box flexDirection='column' width={width} height={height} overflow='hidden'>
			<TextLine line={[span(title + symbols.rule.repeat(Math.max(0, width - cellWidth(title))), 'dim')]} width={width}/>
			{lines.slice(0, height - 1).map(line => (
				<TextLine key={line.id} line={[span('  '), ...drawLine(line, columns, context, symbols)]} width={width}/>
			))}
		</Box>
	);
}

/** Widths of the time and of the name. */
type EventColumns = {readonly time: number; readonly name: number};

function columnsOf(lines: readonly EventLine[], width: number, {time, now}: LineContext): EventColumns {
	return {
		// The list goes from the newest to the oldest event, and none between them has a longer date.
		time: Math.max(...[lines[0], lines.at(-1)].map(line => line === undefined ? 0 : time.moment(line.at, now).length)),
		name: Math.max(narrowestName, Math.min(widestName, Math.floor(width / 4))),
	};
}

/** What is not of one instance has the room of the name too. What is folded in a line is indented below it. */
function drawLine(line: EventLine, columns: EventColumns, context: LineContext, symbols: Symbols): Line {
	const {time, name, words} = lineParts(line, context);
	const indent = line.kind === 'inner' ? '  ' : '';
	const fold: readonly Span[] = isFold(line) ? [span(`${line.isUnfolded ? symbols.unfolded : symbols.folded} `, 'strong')] : [];
	const nameWidth = columns.name - indent.length;
	const named = name === undefined ? '' : `${indent}${fit(cutMiddle(name, nameWidth, symbols.ellipsis), nameWidth)}  `;
	return [span(time.padStart(columns.time), 'dim'), span(`  ${named}`), ...fold, ...words];
}
