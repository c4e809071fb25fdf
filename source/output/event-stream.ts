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
	/** Which instances' events are told. Trouble with polling is told whatever it says: silence must not be taken for calm. */
	readonly filter: Filter;
	readonly hasInitial: boolean;
};

/** What came of a poll; `snapshot` is the list it brought, if it was answered. */
type WatchedPoll = {
	readonly outcome: Outcome;
	readonly snapshot: Snapshot | undefined;
	readonly at: number;
	readonly next: NextTry;
};

/** Remembers what polls showed, and gives the lines that each adds. */
export type EventStream = {
	readonly add: (poll: WatchedPoll) => readonly string[];
	/** The clock went on by so much more, or less, than time did. */
	readonly shift: (by: number) => void;
};

/** Makes the lines of `ryzetop watch`: the events of the monitor, oldest first, after the instances as they were at first if those are wanted. */
export function createEventStream({account, filter, hasInitial}: EventStreamOptions): EventStream {
	const isMatch = createMatcher();
	let inventory = emptyInventory;
	let feed = newFeed(account, sanitize(''));

	const isWanted = (event: MonitorEvent) => event.kind !== 'instance'
		|| isMatch(filter, rowOf(event.tracked, factsOf(event.tracked.instance), {now: event.at, isAcknowledged: false}), event.at);

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
