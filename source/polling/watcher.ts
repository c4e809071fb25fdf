import {
	changeFeed,
	foldPoll,
	foldSilence,
	newFleet,
	type Fleet,
	type Poll,
} from '../core/fleet/fleet.js';
import type {AccountId} from '../core/instance/instance.js';
import {foldServer} from '../core/fleet/server-events.js';
import type {Feed} from '../core/polling/feed.js';
import type {ServerLook} from '../core/polling/server.js';
import type {Slices} from '../core/polling/slices.js';
import {nextTurn} from '../process/next-turn.js';
import {runInSlices} from '../process/run-in-slices.js';
import {untilAborted} from '../process/until-aborted.js';
import {createFleetChanges, type FleetChanges} from './fleet-changes.js';
import {createShareLookUp, type ShareOptions} from './memory/look-up-shares.js';
import {serverTroubles} from './memory/observe-happened.js';
import {createPoller, type Poller, type PollerReport} from './poller.js';
import type {Clock, WatchedAccount, WatcherMemory} from './ports.js';
import {watchSilence} from './silence.js';
import {watchServers} from './watch-servers.js';

export type WatcherOptions = {
	readonly accounts: readonly WatchedAccount[];
	readonly clock: Clock;
	/** In milliseconds. */
	readonly interval: number;
	/** Gives a number from 0 to 1, for the jitter. */
	readonly random?: () => number;
	/** Work that the subscribers need done for a fleet, in slices, before they get it. */
	readonly prepare?: (fleet: Fleet) => Slices<void>;
	/** What is remembered of the accounts; without it, nothing is. */
	readonly memory?: WatcherMemory | undefined;
	/** How the shares of the instances are looked up; without it, they never are. */
	readonly shares?: ShareOptions;
	/** Gives the report that a poller is to have, such as one that also writes it to a log. */
	readonly observe?: (report: PollerReport) => PollerReport;
};

/** Pollers of any number of accounts, the fold of their polls into one fleet, and those who are told of it. It knows of no screen. */
export type Watcher = {
	readonly pollers: ReadonlyMap<AccountId, Poller>;
	readonly fleet: () => Fleet;
	readonly subscribe: FleetChanges['subscribe'];
	/** Looks up the shares, where they are wanted by now and were not looked up within the last minute. */
	readonly lookUpShares: () => void;
	/**
	Polls until the signal is aborted; to be called once. Where a subscriber, the fold or a request throws, it stops all pollers and
	rejects with what was thrown first. It waits for no subscriber after the end.
	*/
	readonly run: (signal: AbortSignal) => Promise<void>;
};

/** Makes a watcher. */
export function createWatcher(options: WatcherOptions): Watcher {
	const {
		accounts, clock, interval, random = Math.random, prepare, memory, shares, observe = (report: PollerReport) => report,
	} = options;
	const {isDue, missed, lookUp} = createShareLookUp(shares ?? {areWanted: () => false}, clock);
	// Aborted when watching ends, by the signal or by a fault.
	const ending = new AbortController();
	let fault: {readonly error: unknown} | undefined;
	const {fleet, subscribe, enqueue, apply} = createFleetChanges(newFleet(accounts), prepare, ending.signal);

	const fail = (error: unknown) => {
		fault ??= {error};
		ending.abort();
	};

	/** Folds a poll into what is known or remembered, and then records it. */
	const applyPoll = async (poll: Poll) => {
		const {account} = poll;
		const remembering = memory && await untilAborted(memory.of(account), ending.signal);
		let remembered = fleet();
		await apply(function * (from) {
			remembered = remembering === undefined ? from : yield * remembering.recall(from, poll);
			const folded = yield * foldPoll(remembered, poll);
			return remembering !== undefined && shares?.areAwaited === true ? yield * lookUp(folded, account, remembering) : folded;
		}, poll);
		if (remembering === undefined) {
			return;
		}

		// The frame of those who were told comes first.
		await nextTurn();
		memory?.recorded(await runInSlices(remembering.record(remembered, fleet(), poll), ending.signal));
		await apply(from => lookUp(from, account, remembering), undefined);
	};

	const applyShares = async (account: AccountId) => {
		const remembering = memory && await untilAborted(memory.of(account), ending.signal);
		if (remembering === undefined) {
			missed(account);
		} else {
			await apply(from => lookUp(from, account, remembering), undefined);
		}
	};

	const enqueueFeed = async (account: AccountId, change: (feed: Feed) => Feed) => {
		// No caller waits for the change of a feed, so that `run` tells its fault.
		await enqueue(async () => apply(from => changeFeed(from, account, change), undefined)).catch(fail);
	};

	/** Folds a look at a server, and has what it showed recorded with the next good poll. */
	const applyLook = async (account: AccountId, look: ServerLook) => {
		const before = fleet();
		await apply(from => foldServer(from, account, look), undefined);
		const happened = serverTroubles(before, fleet(), account);
		const remembering = happened.length === 0 ? undefined : memory && await untilAborted(memory.of(account), ending.signal);
		remembering?.noted(happened);
	};

	const lookAtServer = watchServers({
		accounts,
		clock,
		looked(account, look) {
			void enqueue(async () => applyLook(account, look)).catch(fail);
		},
		fail,
	});

	const pollers = new Map(accounts.map(({account, fetchList, timeout, interval: own = interval}) => [account, createPoller({
		fetchList,
		clock,
		random,
		interval: own,
		report: watchSilence({
			clock,
			timeout,
			waiting() {
				void enqueueFeed(account, feed => ({...feed, isWaiting: true}));
			},
			overdue(isWatched) {
				const look = {at: clock.now(), elapsed: clock.elapsed(), interval: own};
				void enqueue(async () => apply(from => foldSilence(from, account, isWatched ? look : undefined), undefined)).catch(fail);
			},
		}, observe({
			started() {
				lookAtServer(account, ending.signal);
				// While polls succeed the screen tells nothing of the next one.
				void enqueueFeed(account, feed => feed.trouble === undefined || feed.next === undefined ? feed : {...feed, next: undefined});
			},
			async ended(end) {
				return enqueue(async () => applyPoll({...end, account}));
			},
			rescheduled(next) {
				void enqueueFeed(account, feed => ({...feed, next}));
			},
			leapt() {
				// What it means for the picture is told by the watch of silence.
			},
		}), ending.signal),
	})] as const));

	return {
		pollers,
		fleet,
		subscribe,
		lookUpShares() {
			// Before its first answer an account has no instances.
			for (const {account} of accounts) {
				if (fleet().inventory.coverage.has(account) && isDue(account)) {
					void enqueue(async () => applyShares(account)).catch(fail);
				}
			}
		},
		async run(signal) {
			const end = () => {
				ending.abort();
			};

			if (signal.aborted) {
				end();
			}

			signal.addEventListener('abort', end, {once: true, signal: ending.signal});
			const polling = pollers.values().map(async poller => poller.run(ending.signal).catch(fail)).toArray();
			memory?.open();
			await Promise.all(polling);
			end();
			if (fault !== undefined) {
				throw fault.error;
			}
		},
	};
}
