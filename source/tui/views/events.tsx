import {Box} from 'ink';
import {useEffect} from 'react';
import {listRows, wheelLines} from '../../core/screen/geometry.js';
import type {Pointed} from '../../core/screen/pointer.js';
import {growingViewport} from '../../core/screen/viewport.js';
import {describeLine, type LineContext} from '../../core/view/events/describe-event.js';
import {isFold, type EventLine} from '../../core/view/events/event-lines.js';
import {span} from '../../core/screen/span.js';
import {listText} from '../../core/view/typed-texts.js';
import {
	eventList,
	moveInList,
	scrollList,
	toggleFold,
} from '../../core/view/list-view.js';
import {Events} from '../components/events.js';
import {useSession} from '../components/session.js';
import {hasOlder} from '../past/has-older.js';
import {hasSeveral, areSeveralShown} from '../store/has-several.js';
import {mostOlder} from '../store/poll-actions.js';
import type {Selectors} from '../store/selectors/selectors.js';
import type {State} from '../store/store.js';
import {describeIgnored} from './filter-words.js';
import {eventOf, selectedLine} from './selected-event.js';
import {
	pageOf,
	type Frame,
	type View,
	type ViewContext,
} from './view.js';

const text = listText(eventList);

/** What has happened, newest first. */
export const eventsView = {
	fills: 'body',
	draw: frame => <EventsBody {...frame}/>,
	describe: (state, {selectors}) => ({
		sort: '', filter: text.read(state.view), matches: countEvents(state, selectors), ignored: describeIgnored(selectors.eventFilter(state)),
	}),
	position({state}, {selectors}) {
		const {length} = selectors.eventLines(state);
		return length === 0 ? '' : `${selectors.eventIndex(state) + 1}/${length}${hasOlder(state) ? '+' : ''}`;
	},
	hintWords({state}, {selectors}) {
		const line = selectedLine(state, selectors);
		const opens = line !== undefined && isFold(line) ? (line.isUnfolded ? 'fold' : 'unfold') : (eventOf(line)?.kind === 'instance' ? 'open' : '');
		return {'event.open': opens, 'events.toggle': '', ...(line === undefined) && {'copy.line': ''}};
	},
	outOfSight({state}) {
		if (!eventList.read(state.view).isAtEnd || !hasOlder(state)) {
			return [];
		}

		return [span(state.older.events.length < mostOlder ? 'reading older ones' : 'older ones: ryzetop events', 'caution')];
	},
	move(context, steps) {
		moveBy(context, steps(pageOf(listRows(context.layout()))));
	},
	point: pointLines,
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
		const line = selectedLine(state(), selectors);
		return line === undefined
			? undefined
			: {
				kind: 'text',
				text: describeLine(line, {...lineContext(state(), selectors, {time, now: now()}), hasSeveral: hasSeveral(state())}).map(part => part.text).join(''),
				what: 'the event',
				isSecret: false,
			};
	},
	prompt: {
		text,
		matches({state}, {selectors, theme: {symbols}}) {
			const total = selectors.allEvents(state).length;
			return {matches: `${countEvents(state, selectors) ?? symbols.ellipsis} of ${total}`, ignored: describeIgnored(selectors.eventFilter(state))};
		},
	},
	commands: {
		'event.open': openSelected,
		/** In a line that is unfolded it goes on to the first of its events, as in a tree. */
		'event.unfold'(context) {
			const line = selectedLine(context.state(), context.selectors);
			if (line === undefined || !isFold(line)) {
				openInstance(context, line);
			} else if (line.isUnfolded) {
				moveBy(context, 1);
			} else {
				toggle(context, line.id);
			}
		},
		/** From an event it goes to the line that it is folded in, as in a tree. */
		'event.fold'(context) {
			const {actions, selectors, state} = context;
			const line = selectedLine(state(), selectors);
			if (line?.kind === 'inner') {
				moveBy(context, selectors.eventLines(state()).findIndex(({id}) => id === line.outer) - selectors.eventIndex(state()));
			} else if (line !== undefined && isFold(line) && line.isUnfolded) {
				toggle(context, line.id);
			} else {
				actions.viewClosed();
			}
		},
	},
} as const satisfies View;

function openSelected(context: ViewContext): void {
	const line = selectedLine(context.state(), context.selectors);
	if (line !== undefined && isFold(line)) {
		toggle(context, line.id);
	} else {
		openInstance(context, line);
	}
}

/** The wheel scrolls; a click selects a line, and one on what a person has selected opens it. */
function pointLines(context: ViewContext, pointed: Pointed): void {
	const {actions, layout, selectors, state} = context;
	const height = listRows(layout());
	const ids = selectors.eventLines(state()).map(({id}) => id);
	if (pointed.kind === 'wheel') {
		actions.ownChanged(eventList, before => scrollList(before, ids, pointed.steps * wheelLines, height));
		return;
	}

	const list = eventList.read(state().view);
	const {top, count} = growingViewport({index: selectors.eventIndex(state()), line: list.line}, height, ids.length);
	const line = pointed.row - 1;
	if (line < 0 || line >= count) {
		return;
	}

	const selected = ids[top + line];
	if (selected === list.selected) {
		openSelected(context);
	} else {
		actions.ownChanged(eventList, before => ({...before, selected, line}));
	}
}

function moveBy({actions, layout, selectors, state}: ViewContext, steps: number): void {
	const height = listRows(layout());
	const ids = selectors.eventLines(state()).map(({id}) => id);
	const from = selectors.eventIndex(state());
	actions.ownChanged(eventList, list => moveInList({...list, selected: ids[from]}, ids, steps, height));
}

/** Unfolds the selected line, or folds it; it keeps its place on the screen. */
function toggle({actions}: ViewContext, id: string): void {
	actions.ownChanged(eventList, list => toggleFold(list, id));
}

function openInstance({actions}: ViewContext, line: EventLine | undefined): void {
	const event = eventOf(line);
	if (event?.kind === 'instance') {
		actions.instanceOpened(event.tracked, event.at);
	}
}

/** How many events match the filter; `undefined` while those in sight are of the former one. */
function countEvents(state: State, selectors: Selectors): number | undefined {
	return selectors.filterOfEvents(state) === text.read(state.view) ? selectors.events(state).length : undefined;
}

/** What the lines of the list are told by. */
function lineContext(state: State, selectors: Selectors, {time, now}: Pick<LineContext, 'time' | 'now'>): LineContext {
	return {
		time, now, massWords: selectors.massWords(state), isFiltered: selectors.eventFilter(state).terms.length > 0,
		hasSeveral: areSeveralShown(state),
	};
}

/** So many pages of the screen are looked up before a person comes to them. */
const pagesAhead = 3;

function EventsBody({state, geometry, now}: Frame) {
	const {selectors, time, past: {recallOlder}} = useSession();
	const {body: {width, height}} = geometry;
	const {account: alone} = state.view.filter;
	const lines = selectors.eventLines(state);
	const index = selectors.eventIndex(state);
	const {cursors} = state.older;
	const isOlderWanted = hasOlder(state);
	const isNearEnd = index + (pagesAhead * height) >= lines.length;
	useEffect(() => {
		if (isNearEnd && isOlderWanted) {
			recallOlder();
		}
	}, [isNearEnd, isOlderWanted, cursors, alone, recallOlder]);
	return (
		<Box width={width} height={height} overflow='hidden'>
			<Events
				lines={lines}
				index={index}
				view={{...eventList.read(state.view), filter: selectors.filterOfEvents(state)}}
				box={{width, height: listRows(geometry)}}
				context={lineContext(state, selectors, {time, now})}
				standing={selectors.mass(state, now)}
				account={alone === undefined ? undefined : state.fleet.feeds.get(alone)?.name}
			/>
		</Box>
	);
}
