import {Box} from 'ink';
import {eventParts} from '../../core/view/describe-event.js';
import type {MonitorEvent} from '../../core/fleet/events.js';
import type {Box as Cells} from '../../core/screen/geometry.js';
import {cutMiddle} from '../../core/text/cut-middle.js';
import {fit} from '../../core/text/measure.js';
import {span, type Line} from '../../core/screen/span.js';
import type {ListView} from '../../core/view/list-view.js';
import {growingViewport} from '../../core/screen/viewport.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type EventsProps = {
	readonly events: readonly MonitorEvent[];
	readonly view: ListView;
	/** `height` is the number of events, without the title line. */
	readonly box: Cells;
	readonly now: number;
};

const narrowestName = 8;
const widestName = 28;

/** The list of events, newest first. Once the user has moved to an event, new events do not move the list. */
export function Events({events, view, box, now}: EventsProps) {
	const {time, theme: {symbols}} = useSession();
	if (events.length === 0) {
		const words = view.filter === '' ? 'Nothing has happened since the monitor began to watch.' : 'No event matches the filter.';
		return (
			<Box flexDirection='column' width={box.width} paddingTop={1}>
				<TextLine line={[span(`   ${words}`)]} width={box.width}/>
			</Box>
		);
	}

	const index = view.selected === undefined ? 0 : Math.max(0, events.findIndex(({id}) => id === view.selected));
	const {top, count, line: selectedLine} = growingViewport({index, line: view.line}, box.height, events.length);
	const nameWidth = Math.max(narrowestName, Math.min(widestName, Math.floor(box.width / 4)));
	// The list goes from the newest to the oldest event, and none between them has a longer date.
	const timeWidth = Math.max(...[events[0], events.at(-1)].map(event => event === undefined ? 0 : time.moment(event.at, now).length));
	const newer = top > 0 ? `  ${symbols.moreAbove}${top} newer` : '';
	const titles = `  ${'TIME'.padEnd(timeWidth)}  ${'NAME'.padEnd(nameWidth)}  EVENT`;
	return (
		<Box flexDirection='column' width={box.width}>
			<TextLine line={[span(titles, 'title'), span(newer, 'caution')]} width={box.width}/>
			{events.slice(top, top + count).map((event, row) => {
				const {time: at, name, words} = eventParts(event, time, now);
				const isSelected = row === selectedLine;
				const line: Line = [
					span(isSelected ? `${symbols.marker} ` : '  ', 'strong'),
					span(at.padStart(timeWidth), 'dim'),
					span(`  ${fit(cutMiddle(name, nameWidth, symbols.ellipsis), nameWidth)}  `),
					...words,
				];
				return <TextLine key={event.id} line={line} width={box.width} emphasis={isSelected ? 'selected' : 'normal'}/>;
			})}
		</Box>
	);
}
