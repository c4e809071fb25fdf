import {Box} from 'ink';
import type {LineContext} from '../../core/view/events/describe-event.js';
import type {EventLine} from '../../core/view/events/event-lines.js';
import {drawEvent, drawWhole, eventColumns} from '../../core/view/events/draw-event.js';
import type {Box as Cells} from '../../core/screen/geometry.js';
import {cellWidth} from '../../core/text/measure.js';
import type {SafeText} from '../../core/text/sanitize.js';
import {span} from '../../core/screen/span.js';
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
	/** What is so without an event that tells of it, in parts; told where there are no events. */
	readonly standing?: readonly string[];
	/** The account that is shown alone, by its name. */
	readonly account?: SafeText | undefined;
};

/** Cells of the marker. */
const markerWidth = 2;

/** Whether a line tells of more than one instance. */
function isOfMany({kind}: EventLine): boolean {
	return kind !== 'instance' && kind !== 'flaps' && kind !== 'inner';
}

/**
The list of events, newest first. Once the user has moved to a line, new events do not move the list. What the selected line has no room for
is drawn over the lines below it, or over those above it at the end of the list: no other line moves. That of the newest line, which is
selected from the start, is drawn over none that tells of many instances, such as an outage.
*/
export function Events({lines, index, view, box, context, standing = [], account}: EventsProps) {
	const {theme: {symbols}} = useSession();
	if (lines.length === 0) {
		const words = view.filter === '' ? `Nothing has happened${account === undefined ? '' : ` in ${account}`} since the monitor began to watch.` : 'No event matches the filter.';
		return (
			<Box flexDirection='column' width={box.width} paddingTop={1}>
				<TextLine line={[span(`   ${words}`)]} width={box.width}/>
				{standing.map(part => <TextLine key={part} line={[span(`   ${part}`, 'trouble')]} width={box.width}/>)}
			</Box>
		);
	}

	const {top, count, line: selectedLine} = growingViewport({index, line: view.line}, box.height, lines.length);
	const columns = eventColumns(lines, box.width, context);
	const newer = top > 0 ? `  ${symbols.moreAbove}${top} newer` : '';
	const titles = `  ${'TIME'.padEnd(columns.time)}  ${'NAME'.padEnd(columns.name)}  EVENT`;
	const shown = lines.slice(top, top + count);
	const selected = shown[selectedLine];
	const drawing = {symbols, width: box.width - markerWidth};
	const drawn = selected === undefined ? [] : drawWhole(selected, columns, context, drawing).slice(0, box.height);
	const isHiding = view.selected === undefined && selected?.kind !== 'mass' && shown.slice(1, drawn.length).some(line => isOfMany(line));
	const whole = selected !== undefined && isHiding ? [drawEvent(selected, columns, context, drawing)] : drawn;
	const start = Math.max(0, Math.min(selectedLine, box.height - whole.length));
	const draw = (line: EventLine) => (
		<TextLine key={line.id} line={[span('  '), ...drawEvent(line, columns, context, drawing)]} width={box.width}/>
	);
	return (
		<Box flexDirection='column' width={box.width}>
			<TextLine line={[span(titles, 'title'), span(newer, 'caution')]} width={box.width}/>
			{shown.slice(0, start).map(line => draw(line))}
			{whole.map((line, row) => (
				<TextLine
					key={`selected ${row}`}
					line={[span(row === 0 ? `${symbols.marker} ` : '  ', 'strong'), ...line]}
					width={box.width}
					emphasis='selected'
				/>
			))}
			{shown.slice(start + whole.length).map(line => draw(line))}
		</Box>
	);
}

/** The newest lines below the grid, under a rule with their title. They have no selection. */
export function LatestEvents({lines, box: {width, height}, context}: Pick<EventsProps, 'lines' | 'box' | 'context'>) {
	const {theme: {symbols}} = useSession();
	const columns = eventColumns(lines, width, context);
	const title = `${symbols.rule}${symbols.rule} EVENTS `;
	return (
		<Box flexDirection='column' width={width} height={height} overflow='hidden'>
			<TextLine line={[span(title + symbols.rule.repeat(Math.max(0, width - cellWidth(title))), 'dim')]} width={width}/>
			{lines.slice(0, height - 1).map(line => (
				<TextLine key={line.id} line={[span('  '), ...drawEvent(line, columns, context, {symbols, width: width - markerWidth})]} width={width}/>
			))}
		</Box>
	);
}
