import {emptyLog, logPoll, type MonitorEvent} from '../core/fleet/events.js';
import {foldOutcome, newFeed, type NextTry} from '../core/polling/feed.js';
import {createMatcher} from '../core/filter/match.js';
import type {Filter} from '../core/filter/parse.js';
import type {AccountId} from '../core/instance/instance.js';
import {emptyInventory, foldSnapshot, shiftInventory} from '../core/fleet/inventory.js';
import type {Outcome} from '../core/polling/outcome.js';
import {factsOf, rowOf} from '../core/fleet/row.js';
import type {Snapshot} from '../core/instance/snapshot.js';
import {healthFirst, sortRows} from '../core/columns/sort.js';
import {sanitize} from '../core/text/sanitize.js';
import {writeEvent, writePresent} from './event-json.js';
import {matchingRows} from './listing.js';

export type EventStreamOptions = {
	readonly account: AccountId;
	/**
	Selects the instances whose events are written.
	Trouble with polling is always written: without it, failing polls would look like a quiet fleet.
	*/
	readonly filter: Filter;
	/** Whether the instances of the first answer are written too. */
	readonly hasInitial: boolean;
};

/** Result of a poll. `snapshot` is its list, without instances where the named ones do not exist; `undefined` if the poll had no answer. */
type WatchedPoll = {
	readonly outcome: Outcome;
	readonly snapshot: Snapshot | undefined;
	readonly at: number;
	readonly next: NextTry;
};

/** Holds the fleet as the polls so far showed it, and finds the events in each further poll. */
export type EventStream = {
	/** Folds a poll and gives the lines of its events, the oldest first. */
	readonly add: (poll: WatchedPoll) => readonly string[];
	/** Moves all held times by so many milliseconds, after the clock was set. */
	readonly shift: (by: number) => void;
};

/** Makes the lines of `ryzetop watch`: the events as the monitor lists them and, with `hasInitial`, the instances of the first answer. */
export function createEventStream({account, filter, hasInitial}: EventStreamOptions): EventStream {
	const isMatch = createMatcher();
	let inventory = emptyInventory;
	let feed = newFeed(account, sanitize(''));

	const isWanted = (event: MonitorEvent) => {
		if (event.kind !== 'instance') {
			return true;
		}

		const row = rowOf(event.tracked, factsOf(event.tracked.instance), {now: event.at, isAcknowledged: false});
		return isMatch(filter, row, event.at);
	};

	return {
		add({outcome, snapshot, at, next}) {
			const before = inventory;
			const feedBefore = feed;
			feed = foldOutcome(feed, outcome, {at, next});
			inventory = snapshot === undefined ? before : foldSnapshot(before, snapshot).inventory;
			const {events} = logPoll(emptyLog, {
				account, at, before, after: inventory, feedBefore, feedAfter: feed,
			});
			const isFirst = snapshot !== undefined && !before.at.has(account);
			const present = isFirst && hasInitial ? sortRows(matchingRows(inventory, filter, at), healthFirst) : [];
			return [
				...events.toReversed().filter(event => isWanted(event)).map(event => writeEvent(event, before)),
				...present.map(({tracked}) => writePresent(tracked, at)),
			];
		},
		shift(by) {
			inventory = shiftInventory(inventory, by);
		},
	};
}
