import {snapshotOf, type Fleet, type Poll} from '../../core/fleet/fleet.js';
import {emptyInventory} from '../../core/fleet/inventory.js';
import {rememberAccount, type FromMemory} from '../../core/fleet/memory/remember-account.js';
import {olderTransitions} from '../../core/fleet/memory/older-transitions.js';
import {olderEvents, type OlderEvents} from '../../core/fleet/memory/older-events.js';
import type {EventCursor} from '../../core/fleet/memory/remembered.js';
import {withMemory, withoutMemory} from '../../core/fleet/memory/remember-fleet.js';
import type {Coverage} from '../../core/fleet/seen/coverage.js';
import type {Shares} from '../../core/fleet/past/shares.js';
import type {Tracked} from '../../core/fleet/tracked.js';
import type {Transition} from '../../core/fleet/transitions.js';
import {uidOf} from '../../core/fleet/memory/uid.js';
import type {AccountId, InstanceKey} from '../../core/instance/instance.js';
import type {Snapshot} from '../../core/instance/snapshot.js';
import type {Slices} from '../../core/polling/slices.js';
import type {AccountMemory} from '../../history/account-memory.js';
import type {Fault} from '../../history/fault.js';
import type {Trouble} from '../../history/record/good-poll.js';
import type {Observed} from '../../history/record/record.js';
import {rankOf} from '../../history/record/lease-protocol.js';
import {onlyWanted, onlyWantedOf, type IsWanted} from './only-wanted.js';
import {observeAll, observeChanges, observeSeen} from './observe.js';
import {massOf, observeOddities, troubleEnded} from './observe-happened.js';
import {sharesByKey} from './shares-by-key.js';

/** What the watcher does with the memory of one account. */
export type Remembering = {
	/** Puts what is remembered into the fleet, before the first answer of the account is folded, or where its first poll brings none. */
	readonly recall: (fleet: Fleet, poll: Poll) => Slices<Fleet>;
	/** Records what a poll has shown; gives the fault that there was at the last one that was to be recorded. */
	readonly record: (before: Fleet, fleet: Fleet, poll: Poll) => Slices<Fault | undefined>;
	/** Takes what happened to the server, to be recorded with the next good poll. */
	readonly noted: (happened: readonly Trouble[]) => void;
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
	/** Whether this process watches for others, so that it records before a monitor does. */
	readonly isServing?: boolean;
	/** Told of what was remembered when the first answer is there. */
	readonly recalled: (fromMemory: FromMemory) => void;
};

/** Most troubles that wait for being recorded. */
const mostTroubles = 100;

/** Changes in a page of older events: a few times what a screen shows. */
const eventsPerPage = 200;

/** Uses the memory of one account for a watcher. */
export function createRemembering({
	account, memory, names, isShownUnanswered, takesSimulated, isServing = false, recalled,
}: RememberingOptions): Remembering {
	/** Whether nothing was looked up yet, or only for a picture without an answer, or for an answer. */
	let stage: 'begun' | 'unanswered' | 'answered' = 'begun';
	let isWantedNow: IsWanted = () => true;
	let isPartNow = false;
	/** Troubles that are over, and wait for an answer that is recorded. */
	let troubles: readonly Trouble[] = [];
	/** Whether the memory was opened after the first answer, so that it may lack what was seen since. */
	let isLate = false;
	let fault: Fault | undefined;
	/** Whether every answer so far was an empty list. */
	let isEmptySoFar = false;
	/** The coverage at the last look before lists that were empty, of which nothing is recorded. */
	let beforeEmpty: Coverage | undefined;
	const isForeign = ({isSimulated}: Snapshot) => isSimulated && !takesSimulated;

	function * look(
		listed: readonly string[] | undefined,
		poll: Poll,
		{isWanted, isPart}: {readonly isWanted: IsWanted; readonly isPart: boolean},
	): Slices<FromMemory | undefined> {
		isWantedNow = isWanted;
		isPartNow = isPart;
		const remembered = yield * memory.recall(listed, poll.at, isPart ? isWanted : undefined);
		return remembered && (yield * rememberAccount(account, onlyWanted(remembered, isWanted, isPart), poll));
	}

	return {
		* recall(fleet, poll) {
			const {outcome} = poll;
			if (stage === 'begun' && !isEmptySoFar && fleet.inventory.coverage.has(account)) {
				isLate = true;
				stage = 'answered';
			}

			if (stage === 'answered') {
				if (outcome.kind === 'unauthorized') {
					memory.tokenChanged();
				}

				return fleet;
			}

			const snapshot = snapshotOf(poll);
			if (snapshot === undefined) {
				if (stage === 'unanswered' || isEmptySoFar || !isShownUnanswered) {
					return fleet;
				}

				stage = 'unanswered';
				const found = yield * look(undefined, poll, {
					isWanted: (_, name) => names.length === 0 || names.includes(name), isPart: names.length > 0,
				});
				return found === undefined ? fleet : withMemory(fleet, account, found, true);
			}

			if (snapshot.instances.length === 0) {
				// Whose list it is will be told by one that is not empty.
				const isShown = stage === 'unanswered' && !isEmptySoFar;
				isEmptySoFar = true;
				return isShown ? withoutMemory(fleet, account) : fleet;
			}

			stage = 'answered';
			const listed = new Set(snapshot.instances.map(({key}) => uidOf(key)));
			const shown = new Set(snapshot.instances.map(({name}): string => name));
			// What a part of the list does not have has not left it.
			const isPart = !isWhole(snapshot, names);
			const found = isForeign(snapshot)
				? undefined
				: yield * look([...listed], poll, {isWanted: (uid, name) => !isPart || listed.has(uid) || shown.has(name), isPart});
			if (found === undefined) {
				return isEmptySoFar ? fleet : withoutMemory(fleet, account);
			}

			recalled(found);
			return withMemory(fleet, account, found, false);
		},
		* record(before, fleet, poll) {
			const {interval} = poll;
			if (!memory.isWritable) {
				return memory.takeFault();
			}

			const trouble = troubleEnded(before, fleet, poll);
			troubles = trouble === undefined ? troubles : [...troubles, trouble].slice(-mostTroubles);
			const coverage = fleet.inventory.coverage.get(account);
			const isNew = coverage !== undefined && coverage !== before.inventory.coverage.get(account);
			const snapshot = snapshotOf(poll);
			if (snapshot === undefined || isForeign(snapshot) || !isNew) {
				return fault;
			}

			if (snapshot.instances.length === 0) {
				beforeEmpty ??= stage === 'answered' ? before.inventory.coverage.get(account) : undefined;
				return fault;
			}

			const isAll = isWhole(snapshot, names);
			const seen = isLate
				? {changes: yield * observeSeen(fleet.inventory, account), before: emptyInventory}
				: {changes: yield * observeChanges(before.inventory, fleet.inventory, account), before: before.inventory};
			const ended = troubles;
			troubles = [];
			isLate = false;
			const changes = beforeEmpty === undefined ? seen.changes : widen(seen.changes, beforeEmpty, coverage);
			beforeEmpty = undefined;
			fault = yield * memory.record({
				look: {at: coverage.at, elapsed: coverage.elapsed, interval},
				isWhole: isAll,
				rank: rankOf({isWhole: isAll, isServing, interval}),
				changes,
				listed: () => observeAll(fleet.inventory, account),
				odd: yield * observeOddities(seen.before, fleet.inventory, account),
				troubles: ended,
				// That many of some chosen ones fell says nothing of the list.
				mass: isAll ? massOf(before, fleet, account) : undefined,
			});
			return fault;
		},
		noted(happened) {
			troubles = [...troubles, ...happened].slice(-mostTroubles);
		},
		pastOf(tracked, from) {
			const {changes, watches} = memory.pastOf(uidOf(tracked.instance.key), from);
			return olderTransitions(tracked, changes, watches);
		},
		eventsBefore(fleet, cursor, lowestId) {
			const {watches, page} = memory.pageBefore(cursor, eventsPerPage);
			const coverage = fleet.inventory.coverage.get(account);
			return coverage === undefined
				? {events: [], falls: [], older: undefined}
				: olderEvents(account, onlyWantedOf(page, isWantedNow, isPartNow), {
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

/** Changes that were seen after empty lists: the last look that is recorded was before those. */
function widen(changes: readonly Observed[], before: Coverage, after: Coverage): readonly Observed[] {
	const slack = before.era === after.era ? Math.max(0, after.at - before.at) : undefined;
	return changes.map(({former, ...change}) => ({...change, slack}));
}
