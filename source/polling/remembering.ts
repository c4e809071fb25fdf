import type {Fleet, Poll} from '../core/fleet/fleet.js';
import {emptyInventory} from '../core/fleet/inventory.js';
import {rememberAccount, type FromMemory} from '../core/fleet/memory/remember-account.js';
import {olderTransitions} from '../core/fleet/memory/older-transitions.js';
import {olderEvents, type OlderEvents} from '../core/fleet/memory/older-events.js';
import type {EventCursor, EventPage, Remembered} from '../core/fleet/memory/remembered.js';
import {withMemory, withoutMemory} from '../core/fleet/memory/remember-fleet.js';
import type {Shares} from '../core/fleet/past/shares.js';
import type {Tracked} from '../core/fleet/tracked.js';
import type {Transition} from '../core/fleet/transitions.js';
import {uidOf} from '../core/fleet/memory/uid.js';
import type {AccountId, InstanceKey} from '../core/instance/instance.js';
import type {Snapshot} from '../core/instance/snapshot.js';
import type {Slices} from '../core/polling/slices.js';
import type {AccountMemory} from '../history/account-memory.js';
import type {Fault} from '../history/fault.js';
import type {Trouble} from '../history/port.js';
import {rankOf} from '../history/protocol.js';
import {observeAll, observeChanges, observeSeen} from './observe.js';
import {massOf, observeOddities, troubleEnded} from './observe-happened.js';
import {sharesByKey} from './shares-by-key.js';

/** What the watcher does with the memory of one account. */
export type Remembering = {
	/** Puts what is remembered into the fleet, before the first answer of the account is folded, or where its first poll brings none. */
	readonly recall: (fleet: Fleet, poll: Poll) => Slices<Fleet>;
	/** Records what a poll has shown; gives the fault that there was at the last one that was to be recorded. */
	readonly record: (before: Fleet, fleet: Fleet, poll: Poll) => Slices<Fault | undefined>;
	/** The changes of an instance that are remembered since a time, from before those that it has already, oldest first. */
	readonly pastOf: (tracked: Tracked, from: number) => readonly Transition[];
	/** What happened before a cursor, some of it. The ids go down from the lowest one so far. */
	readonly eventsBefore: (fleet: Fleet, cursor: EventCursor, lowestId: number) => OlderEvents;
	/** How many instances were not connected in each bucket of a window; `undefined` where nothing is remembered. */
	readonly downCounts: AccountMemory['downCounts'];
	/** The shares of the instances by their keys, with their strips where these are wanted; `undefined` where nothing is remembered. */
	readonly shares: (now: number, hasStrips: boolean) => Slices<ReadonlyMap<InstanceKey, Shares> | undefined>;
	/** Notes that a person acknowledged the state of an instance that began at `since`, or took that back. */
	readonly acknowledge: (key: InstanceKey, since: number | undefined, at: number) => void;
	/** Notes that a monitor was looked at, once what changed since the last time was told. */
	readonly visited: (at: number) => void;
	/** Does what is to be done now and then, for as long as nobody is at the keyboard. */
	readonly keep: (isIdle: () => boolean) => Slices<void>;
	readonly release: () => Fault | undefined;
};

export type RememberingOptions = {
	readonly account: AccountId;
	readonly memory: AccountMemory;
	/** The instances that are asked for; without any, the whole list is. */
	readonly names: readonly string[];
	/** Whether what is remembered makes a picture where the first poll brings no answer. */
	readonly isShownUnanswered: boolean;
	/** Whether the answers of a simulator are remembered: in a memory that ends with it. */
	readonly takesSimulated: boolean;
	/** Told of what was remembered when the first answer is there. */
	readonly recalled: (fromMemory: FromMemory) => void;
};

/** Most troubles that wait for being recorded. */
const mostTroubles = 100;

/** Changes in a page of older events: a few times what a screen shows. */
const eventsPerPage = 200;

/** Uses the memory of one account for a watcher. */
export function createRemembering({account, memory, names, isShownUnanswered, takesSimulated, recalled}: RememberingOptions): Remembering {
	/** Whether nothing was looked up yet, or only for a picture without an answer, or for an answer. */
	let stage: 'begun' | 'unanswered' | 'answered' = 'begun';
	let isWantedNow: IsWanted = () => true;
	/** Troubles that are over, and wait for an answer that is recorded. */
	let troubles: readonly Trouble[] = [];
	/** Whether the memory was opened after the first answer, so that it may lack what was seen since. */
	let isLate = false;
	let fault: Fault | undefined;
	const isForeign = ({isSimulated}: Snapshot) => isSimulated && !takesSimulated;

	function * look(
		listed: readonly string[] | undefined,
		poll: Poll,
		isWanted: IsWanted,
	): Slices<FromMemory | undefined> {
		isWantedNow = isWanted;
		const remembered = yield * memory.recall(listed, poll.at);
		return remembered && (yield * rememberAccount(account, onlyWanted(remembered, isWanted), poll));
	}

	return {
		* recall(fleet, poll) {
			const {outcome} = poll;
			if (stage === 'begun' && fleet.inventory.coverage.has(account)) {
				isLate = true;
				stage = 'answered';
			}

			if (stage === 'answered') {
				if (outcome.kind === 'unauthorized') {
					memory.tokenChanged();
				}

				return fleet;
			}

			if (outcome.kind !== 'ok') {
				if (stage === 'unanswered' || outcome.kind === 'not-found' || !isShownUnanswered) {
					return fleet;
				}

				stage = 'unanswered';
				const found = yield * look(undefined, poll, (_, name) => names.length === 0 || names.includes(name));
				return found === undefined ? fleet : withMemory(fleet, account, found, true);
			}

			stage = 'answered';
			const {snapshot} = outcome;
			const listed = new Set(snapshot.instances.map(({key}) => uidOf(key)));
			const shown = new Set(snapshot.instances.map(({name}): string => name));
			// What a part of the list does not have has not left it.
			const isPart = !isWhole(snapshot, names);
			const found = listed.size === 0 || isForeign(snapshot)
				? undefined
				: yield * look([...listed], poll, (uid, name) => !isPart || listed.has(uid) || shown.has(name));
			if (found === undefined) {
				return withoutMemory(fleet, account);
			}

			recalled(found);
			return withMemory(fleet, account, found, false);
		},
		* record(before, fleet, poll) {
			const {outcome, interval} = poll;
			if (!memory.isWritable) {
				return undefined;
			}

			const trouble = troubleEnded(before, fleet, poll);
			troubles = trouble === undefined ? troubles : [...troubles, trouble].slice(-mostTroubles);
			const coverage = fleet.inventory.coverage.get(account);
			const isNew = coverage !== undefined && coverage !== before.inventory.coverage.get(account);
			if (outcome.kind !== 'ok' || isForeign(outcome.snapshot) || outcome.snapshot.instances.length === 0 || !isNew) {
				return fault;
			}

			const isAll = isWhole(outcome.snapshot, names);
			const seen = isLate
				? {changes: yield * observeSeen(fleet.inventory, account), before: emptyInventory}
				: {changes: yield * observeChanges(before.inventory, fleet.inventory, account), before: before.inventory};
			const ended = troubles;
			troubles = [];
			isLate = false;
			fault = yield * memory.record({
				look: {at: coverage.at, elapsed: coverage.elapsed, interval},
				isWhole: isAll,
				rank: rankOf({isWhole: isAll, isServing: false, interval}),
				changes: seen.changes,
				listed: () => observeAll(fleet.inventory, account),
				odd: yield * observeOddities(seen.before, fleet.inventory, account),
				troubles: ended,
				mass: massOf(before, fleet, account),
			});
			return fault;
		},
		pastOf(tracked, from) {
			const {changes, watches} = memory.pastOf(uidOf(tracked.instance.key), from);
			return olderTransitions(tracked, changes, watches);
		},
		eventsBefore(fleet, cursor, lowestId) {
			const {watches, page} = memory.pageBefore(cursor, eventsPerPage);
			const coverage = fleet.inventory.coverage.get(account);
			return coverage === undefined
				? {events: [], older: undefined}
				: olderEvents(account, onlyWantedOf(page, isWantedNow), {
					watches, coverage, cursor, lowestId,
				});
		},
		shares: (now, hasStrips) => sharesByKey(account, memory, {now, hasStrips}),
		acknowledge(key, since, at) {
			memory.acknowledge(uidOf(key), since === undefined ? undefined : {since, at});
		},
		visited(at) {
			if (stage === 'answered') {
				memory.visited(at);
			}
		},
		downCounts: memory.downCounts,
		keep: memory.keep,
		release: memory.release,
	};
}

/** Whether an answer is the whole list of its account: the token of one instance lists that one alone. */
function isWhole({tokenKind}: Snapshot, names: readonly string[]): boolean {
	return names.length === 0 && tokenKind === 'account';
}

function onlyWanted(remembered: Remembered, isWanted: IsWanted): Remembered {
	const {instances, page, falls} = remembered;
	const wanted = instances.filter(({uid, name}) => isWanted(uid, name));
	const uids = new Set(wanted.map(({uid}) => uid));
	return {
		...remembered,
		instances: wanted,
		page: onlyWantedOf(page, isWanted),
		falls: new Map(falls.entries().filter(([uid]) => uids.has(uid))),
	};
}

/** Whether an instance of the memory is one of those that are asked for. */
type IsWanted = (uid: string, name: string) => boolean;

function onlyWantedOf(page: EventPage, isWanted: IsWanted): EventPage {
	return {
		...page,
		changes: page.changes.filter(({uid, name}) => isWanted(uid, name)),
		oddities: page.oddities.filter(({uid, name}) => isWanted(uid, name)),
	};
}
