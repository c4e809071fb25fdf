import type {MonitorEvent} from '../../core/fleet/events.js';
import type {Fleet} from '../../core/fleet/fleet.js';
import type {OlderEvents} from '../../core/fleet/memory/older-events.js';
import {idOfFall, joinFalls} from '../../core/fleet/past/known-fall.js';
import type {EventCursor} from '../../core/fleet/memory/remembered.js';
import type {AccountId, InstanceKey} from '../../core/instance/instance.js';
import {foldLastHours} from '../../core/fleet/past/last-hour.js';
import type {Slices} from '../../core/polling/slices.js';
import {intervalsOf, type Pace} from '../../core/polling/step-intervals.js';
import {eventIdOf} from '../../core/view/events/event-lines.js';
import {eventList} from '../../core/view/list-view.js';
import {keepSelection} from './keep-selection.js';
import {openItself} from './open-detail.js';
import type {Selectors} from './selectors/selectors.js';
import type {
	FleetPast,
	Past,
	State,
	Store,
} from './store.js';

/** Most instances whose past is kept at hand: some screens. */
const mostPasts = 500;

/** Most events of the past that are at hand, so that the memory of the process stays small. */
export const mostOlder = 50_000;

/** So often the rows of a fleet are computed ahead, where a person asks for others while they are. */
const mostRounds = 4;

/** Makes the actions that put what the watcher found into the store. */
export function createPollActions(store: Store, selectors: Selectors) {
	return {
		/**
		Computes the rows of a fleet before the store takes it, so that no key has to wait for them: each slice takes a few milliseconds.
		Where a person has asked for other rows meanwhile, those are computed too, of which the most is there by then. After some rounds it
		ends in any case: who types on must not keep the fleet from being shown, and the rest will be computed when the store has it.
		*/
		* fleetPrepared(fleet: Fleet): Slices<void> {
			let prepared: State['view'] | undefined;
			for (let round = 0; round < mostRounds && !isSameChoice(prepared, store.getState().view); round++) {
				const state = store.getState();
				prepared = state.view;
				yield * selectors.rowsAhead({...state, fleet});
			}
		},
		/** Takes the fleet after a poll that ended at `at`. The selection stays on its instance. */
		fleetPolled(fleet: Fleet, at: number) {
			store.setState(state => {
				const after = {...state, fleet};
				return {
					fleet,
					view: openItself(keepSelection(state, after, selectors, at), after, selectors),
					older: keepOlder(state, fleet),
					lastHour: fleet.inventory === state.fleet.inventory
						? state.lastHour
						: foldLastHours(state.lastHour, fleet.inventory, selectors.accountCounts(unheld(after)), state.intervals),
				};
			});
		},
		/** Takes the fleet between two polls, of which only a feed has changed. */
		feedChanged(fleet: Fleet) {
			store.setState({fleet});
		},
		/** Takes what is remembered of instances. Of those that were looked up before only so many are kept. */
		pastsRecalled(found: ReadonlyMap<InstanceKey, Past>) {
			store.setState(({pasts}) => ({pasts: new Map([...pasts.size > mostPasts ? [] : pasts, ...found])}));
		},
		/** Takes how many instances were down. */
		fleetPastRecalled(fleetPast: FleetPast) {
			store.setState({fleetPast});
		},
		/** Takes how many instances were down in the last hour. */
		lastHourRecalled(hourPast: FleetPast) {
			store.setState({hourPast});
		},
		/** Takes where the memory has what happened before the events that it has told. */
		olderFound(account: AccountId, cursor: EventCursor | undefined) {
			if (cursor !== undefined) {
				store.setState(({older}) => ({older: {...older, cursors: new Map(older.cursors).set(account, cursor)}}));
			}
		},
		/** Takes a page of what happened before the events at hand. */
		olderRecalled(account: AccountId, {events, falls, older: cursor}: OlderEvents) {
			store.setState(({older}) => {
				const cursors = new Map(older.cursors);
				if (cursor === undefined) {
					cursors.delete(account);
				} else {
					cursors.set(account, cursor);
				}

				return {older: {events: mergeEvents(older.events, events), falls: joinFalls(falls, older.falls), cursors}};
			});
		},
		paceChosen(pace: Pace<AccountId>) {
			store.setState({pace, intervals: intervalsOf(pace)});
		},
	};
}

/** Whether two views show the same rows of a fleet in the same order. */
function isSameChoice(one: State['view'] | undefined, other: State['view']): boolean {
	return one?.filter === other.filter && one.sort === other.sort && one.acknowledged === other.acknowledged;
}

/** The state as it would be if the picture were not held. */
function unheld(state: State): State {
	return state.view.held === undefined ? state : {...state, view: {...state.view, held: undefined}};
}

/** Puts a page of one account behind, or among, those of others: each is newest first. */
function mergeEvents(events: readonly MonitorEvent[], page: readonly MonitorEvent[]): readonly MonitorEvent[] {
	const last = events.at(-1)?.at ?? Infinity;
	return (page[0]?.at ?? -Infinity) <= last ? [...events, ...page] : [...events, ...page].toSorted((one, other) => other.at - one.at);
}

/**
Once the log has dropped its oldest events, what is older than the log begins with them. Where the event that is selected is one of those,
they are kept at hand, so that the place is kept that is read; else they are to be looked up again.
*/
function keepOlder({fleet: before, older, view}: State, {log, inventory}: Fleet): State['older'] {
	const oldest = log.events.at(-1);
	const formerId = before.log.events.at(-1)?.id ?? Infinity;
	if (oldest === undefined || oldest.id <= formerId) {
		return older;
	}

	const dropped = before.log.events.slice(before.log.events.findLastIndex(({id}) => id >= oldest.id) + 1);
	const {selected, isAtEnd} = eventList.read(view);
	const event = selected === undefined ? undefined : eventIdOf(selected);
	const isDropped = event === undefined
		? before.log.falls.some(fall => idOfFall(fall) === selected && fall.began < oldest.at)
		: event < oldest.id;
	return (isDropped || isAtEnd) && dropped.length + older.events.length < mostOlder
		? {...older, events: [...dropped, ...older.events], falls: joinFalls(older.falls, before.log.falls)}
		: {events: [], falls: [], cursors: new Map(inventory.coverage.keys().map(account => [account, {change: Infinity, at: oldest.at}]))};
}
