import type {MonitorEvent} from '../../../core/fleet/events.js';
import {describeMassEvent} from '../../../core/fleet/mass-event.js';
import {joinFalls} from '../../../core/fleet/past/known-fall.js';
import type {EventMatcher} from '../../../core/filter/match-event.js';
import {parseFilter, type Filter} from '../../../core/filter/parse.js';
import type {ClockTime} from '../../../core/text/clock-time.js';
import type {AccountId} from '../../../core/instance/instance.js';
import {filterInSlices, type Slices} from '../../../core/polling/slices.js';
import {
	findLine,
	foldEvents,
	type EventLine,
} from '../../../core/view/events/event-lines.js';
import {eventList} from '../../../core/view/list-view.js';
import type {State} from '../store.js';
import {memoize} from './memoize.js';
import {memoizeInSlices, type Patience} from './memoize-in-slices.js';

export type EventSelectors = {
	/** The events at hand, the newest first: of all, or of the account that is shown alone. */
	readonly allEvents: (state: State) => readonly MonitorEvent[];
	readonly eventFilter: (state: State) => Filter;
	/**
	The events that match their filter, the newest first. Events of polling match an empty filter alone. Of many events they are those of the
	former filter until they are ready.
	*/
	readonly events: (state: State) => readonly MonitorEvent[];
	/** The text of the filter that `events` match. */
	readonly filterOfEvents: (state: State) => string;
	/** The lines of these events, what belongs together in one. */
	readonly eventLines: (state: State) => readonly EventLine[];
	/** The place of the selected line, from 0. */
	readonly eventIndex: (state: State) => number;
	/** The newest lines of the same accounts, as many as stand below the grid, whatever the filter of the events. */
	readonly latestLines: (state: State) => readonly EventLine[];
	/** What is told of the mass events that go on, by account: it changes while some of the fallen come back. */
	readonly massWords: (state: State) => ReadonlyMap<AccountId, MassWords>;
};

/** The events that match the filter of a text. */
type Found = {readonly events: readonly MonitorEvent[]; readonly text: string};

/** The sentence of the mass event that began then. */
type MassWords = {readonly began: number; readonly words: string};

/** Computing the row of an event takes longer than matching it. */
const eventsPerSlice = 4;

/** Most lines that stand below the grid. */
const mostLatest = 10;

/** Makes the selectors of the events, whose mass events are told in times of day by `time`. */
export function createEventSelectors(isMatch: EventMatcher, patience: Patience, time: ClockTime | undefined): EventSelectors {
	const eventFilter = memoize((state: State) => [eventList.read(state.view).filter], ([text]) => parseFilter(text));
	const allEvents = memoize(
		(state: State) => [state.fleet.log.events, state.older.events, state.view.filter.account],
		([log, older, alone]) => ofAccount(older.length === 0 ? log : [...log, ...older], alone),
	);
	const falls = memoize((state: State) => [state.older.falls, state.fleet.log.falls], ([older, log]) => joinFalls(older, log));
	const found = memoizeInSlices(
		(state: State) => [allEvents(state), eventFilter(state), eventList.read(state.view).filter, state.fleet.inventory],
		function * ([all, parsed, text, inventory]): Slices<Found> {
			const events = parsed.terms.length === 0
				? all
				: yield * filterInSlices(all, eventsPerSlice, event => event.kind === 'instance' && isMatch(parsed, event, inventory));
			return {events, text};
		},
		patience,
	);
	const events = (state: State) => found.read(state).events;
	const lines = memoizeInSlices(
		(state: State) => [events(state), falls(state), eventList.read(state.view).unfolded],
		([matching, known, unfolded]) => foldEvents(matching, known, unfolded),
		patience,
	);
	const latest = memoizeInSlices(
		(state: State) => [state.fleet.log.events, state.fleet.log.falls, state.view.filter.account],
		function * ([log, known, alone]): Slices<readonly EventLine[]> {
			const all = yield * foldEvents(ofAccount(log, alone), known, new Set());
			return all.slice(0, mostLatest);
		},
		patience,
	);
	return {
		allEvents,
		eventFilter,
		events,
		filterOfEvents: state => found.read(state).text,
		eventLines: lines.read,
		eventIndex: memoize(
			(state: State) => [lines.read(state), eventList.read(state.view).selected, eventList.read(state.view).isAtEnd],
			([all, selected, isAtEnd]) => isAtEnd ? Math.max(0, all.length - 1) : findLine(all, selected),
		),
		latestLines: latest.read,
		massWords: memoize((state: State) => [state.fleet.masses, state.fleet.inventory], ([masses, inventory]) => new Map(
			masses.entries().flatMap(([account, {event}]) => event === undefined
				? []
				: [[account, {began: event.from, words: describeMassEvent(event, inventory, {now: event.until, time})}] as const]),
		)),
	};
}

/** The events of the account that is shown alone, or all. What is wrong with polling another one the header tells by its name. */
function ofAccount(events: readonly MonitorEvent[], alone: AccountId | undefined): readonly MonitorEvent[] {
	return alone === undefined ? events : events.filter(({account}) => account === alone);
}
