import {Box} from 'ink';
import {useEffect} from 'react';
import {listRows} from '../../core/screen/geometry.js';
import {describeEvent} from '../../core/view/describe-event.js';
import {listText} from '../../core/view/typed-texts.js';
import {eventList, moveInList} from '../../core/view/list-view.js';
import {Events} from '../components/events.js';
import {useSession} from '../components/session.js';
import type {Selectors} from '../store/selectors.js';
import type {State} from '../store/store.js';
import type {MonitorEvent} from '../../core/fleet/events.js';
import {describeIgnored} from './filter-words.js';
import {pageOf, type Frame, type View} from './view.js';

const text = listText(eventList);

/** What has happened, newest first. */
export const eventsView = {
	fills: 'body',
	draw: frame => <EventsBody {...frame}/>,
	describe: (state, {selectors}) => ({
		sort: '', filter: text.read(state.view), matches: selectors.events(state).length, ignored: describeIgnored(selectors.eventFilter(state)),
	}),
	position({state}, {selectors}) {
		const {selected} = eventList.read(state.view);
		const events = selectors.events(state);
		const index = selected === undefined ? 0 : events.findIndex(({id}) => id === selected);
		return events.length === 0 ? '' : `${index + 1}/${events.length}${state.older.cursors.size === 0 ? '' : '+'}`;
	},
	move({actions, layout, selectors, state}, steps) {
		const height = listRows(layout());
		const ids = selectors.events(state()).map(({id}) => id);
		actions.ownChanged(eventList, list => moveInList(list, ids, steps(pageOf(height)), height));
	},
	back({actions}) {
		actions.viewClosed();
	},
	escape({actions, state}) {
		if (text.read(state().view) === '') {
			actions.viewClosed();
		} else {
			actions.textCleared(text);
		}
	},
	copy({selectors, state, time, now}) {
		const event = selectedEvent(state(), selectors);
		return event === undefined
			? undefined
			: {
				kind: 'text', text: describeEvent(event, time, now()).map(part => part.text).join(''), what: 'the event', isSecret: false,
			};
	},
	prompt: {
		text,
		matches({state}, {selectors}) {
			const total = selectors.allEvents(state).length;
			return {matches: `${selectors.events(state).length} of ${total}`, ignored: describeIgnored(selectors.eventFilter(state))};
		},
	},
	commands: {
		'event.open'({actions, selectors, state}) {
			const event = selectedEvent(state(), selectors);
			if (event?.kind === 'instance') {
				actions.instanceOpened(event.tracked, event.at);
			}
		},
	},
} as const satisfies View;

/** The event under the cursor: the newest one until the cursor is moved. */
export function selectedEvent(state: State, selectors: Selectors): MonitorEvent | undefined {
	const events = selectors.events(state);
	const {selected} = eventList.read(state.view);
	return events.find(({id}) => id === selected) ?? events[0];
}

/** So many pages of the screen are looked up before a person comes to them. */
const pagesAhead = 3;

function EventsBody({state, geometry, now}: Frame) {
	const {selectors, past: {recallOlder}} = useSession();
	const {body: {width, height}} = geometry;
	const events = selectors.events(state);
	const list = eventList.read(state.view);
	const {cursors} = state.older;
	const index = list.selected === undefined ? 0 : events.findIndex(({id}) => id === list.selected);
	const isNearEnd = index + (pagesAhead * height) >= events.length;
	useEffect(() => {
		if (isNearEnd && cursors.size > 0) {
			recallOlder();
		}
	}, [isNearEnd, cursors, recallOlder]);
	return (
		<Box width={width} height={height} overflow='hidden'>
			<Events events={events} view={list} box={{width, height: listRows(geometry)}} now={now}/>
		</Box>
	);
}
