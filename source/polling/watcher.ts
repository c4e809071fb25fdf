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
import type {Server, ServerLook} from '../core/polling/server.js';
import type {Slices} from '../core/polling/slices.js';
import type {SafeText} from '../core/text/sanitize.js';
import {runInSlices} from '../process/run-in-slices.js';
import type {Fault} from '../history/fault.js';
import {untilAborted} from '../process/until-aborted.js';
import {createShareLookUp, type ShareOptions} from './look-up-shares.js';
import {serverTroubles} from './observe-happened.js';
import {createPoller, type Poller, type PollerReport} from './poller.js';
import type {Clock, FetchList, ServerSource} from './ports.js';
import type {Remembering} from './remembering.js';
import {watchSilence} from './silence.js';
import {watchServers} from './watch-servers.js';

/** An account to watch. `host` is the address that people see. */
export type WatchedAccount = {
	readonly account: AccountId;
	readonly host: SafeText;
	/** The profile that configures it, where it is one of several. */
	readonly profile?: string | undefined;
	readonly fetchList: FetchList;
	/** The longest time that a request should take, in milliseconds. */
	readonly timeout: number;
	/** In milliseconds, where it is not the interval of all. */
	readonly interval?: number;
	/** What looks at its server, beside the list; without it, nothing does. */
	readonly server?: ServerSource | undefined;
	/** What is known of its server by former looks. */
	readonly known?: Server | undefined;
};

/** The fleet before and after a change. `poll` is the one that was folded; without one, only a feed changed, or the shares. */
export type FleetChange = {
	readonly before: Fleet;
	readonly fleet: Fleet;
	readonly poll: Poll | undefined;
};

/** Called with each change, in the order of the changes. The next change waits for the returned promise, unless watching ends first. */
type Subscriber = (change: FleetChange) => Promise<void> | void;

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

/** The memory of all accounts. */
export type WatcherMemory = {
	/** Opens it; called when the first requests are on their way. */
	readonly open: () => void;
	/** What the memory does for an account; it resolves in a short time, with `undefined` where there is none, or none yet. */
	readonly of: (account: AccountId) => Promise<Remembering | undefined>;
	/** Told after each poll that was to be recorded. */
	readonly recorded: (fault: Fault | undefined) => void;
};

/** Pollers of any number of accounts, the fold of their polls into one fleet, and those who are told of it. It knows of no screen. */
export type Watcher = {
	readonly pollers: ReadonlyMap<AccountId, Poller>;
	readonly fleet: () => Fleet;
	/** Gives the function that ends the subscription. */
	readonly subscribe: (subscriber: Subscriber) => () => void;
	/** Looks up the shares, where they are wanted by now and were not looked up within the last minute. */
	readonly lookUpShares: () => void;
	/**
	Polls until the signal is aborted; to be called once. Where a subscriber, the fold or a request throws, it stops all pollers and
	rejects with what was thrown first. It waits for no subscriber after the end.
	*/
	readonly run: (signal: AbortSignal) => Promise<void>;
};

/** A change of the fleet, at once or in slices. */
type Change = (from: Fleet) => Fleet | Slices<Fleet>;

/** Makes a watcher. Changes are folded one after the other, so that none of two accounts is lost. */
export function createWatcher(options: WatcherOptions): Watcher {
	const {
		accounts, clock, interval, random = Math.random, prepare, memory, shares, observe = (report: PollerReport) => report,
	} = options;
	const {isDue, missed, lookUp} = createShareLookUp(shares ?? {areWanted: () => false}, clock);
	const subscribers = new Set<Subscriber>();
	let fleet = newFleet(accounts);
	let lastChange: Promise<void> = Promise.resolve();
	// Aborted when watching ends, by the signal or by a fault.
	const ending = new AbortController();
	let fault: {readonly error: unknown} | undefined;

	const fail = (error: unknown) => {
		fault ??= {error};
		ending.abort();
	};

	const apply = async (change: Change, poll: Poll | undefined) => {
		const before = fleet;
		const changed = change(before);
		const next = 'next' in changed ? await runInSlices(changed, ending.signal) : changed;
		if (next === undefined || next === before) {
			return;
		}

		if (prepare !== undefined && (poll !== undefined || next.inventory !== before.inventory)) {
			await runInSlices(prepare(next), ending.signal);
		}

		fleet = next;
		for (const subscriber of subscribers) {
			// eslint-disable-next-line no-await-in-loop -- Subscribers see the changes in one order.
			await untilAborted(subscriber({before, fleet, poll}), ending.signal);
		}
	};

	const enqueue = async (work: () => Promise<void>) => {
		const previous = lastChange;
		const own = previous.then(work);
		lastChange = own;
		return own;
	};

	/** Folds a poll into what is known or remembered, and then records it. */
	const applyPoll = async (poll: Poll) => {
		const {account} = poll;
		const remembering = memory && await untilAborted(memory.of(account), ending.signal);
		let remembered = fleet;
		await apply(function * (from) {
			remembered = remembering === undefined ? from : yield * remembering.recall(from, poll);
			const folded = yield * foldPoll(remembered, poll);
			return remembering !== undefined && shares?.areAwaited === true ? yield * lookUp(folded, account, remembering) : folded;
		}, poll);
		if (remembering === undefined) {
			return;
		}

		memory?.recorded(await runInSlices(remembering.record(remembered, fleet, poll), ending.signal));
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
		const before = fleet;
		await apply(from => foldServer(from, account, look), undefined);
		const happened = serverTroubles(before, fleet, account);
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
		fleet: () => fleet,
		subscribe(subscriber) {
			subscribers.add(subscriber);
			return () => {
				subscribers.delete(subscriber);
			};
		},
		lookUpShares() {
			// Before its first answer an account has no instances.
			for (const {account} of accounts) {
				if (fleet.inventory.coverage.has(account) && isDue(account)) {
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
