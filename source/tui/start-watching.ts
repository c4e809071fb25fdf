import {createClient} from '../api/client.js';
import {createHealthClients} from '../api/health-clients.js';
import type {Fleet} from '../core/fleet/fleet.js';
import type {FromMemory} from '../core/fleet/memory/remember-account.js';
import type {Slices} from '../core/polling/slices.js';
import {sanitize} from '../core/text/sanitize.js';
import type {Recorder} from '../diagnostics/recorder.js';
import type {Source} from '../polling/ports.js';
import {systemClock} from '../polling/system-clock.js';
import {createWatchMemory, type WatchMemory} from '../polling/memory/watch-memory.js';
import {createWatcher, type Watcher} from '../polling/watcher.js';

export type WatchingOptions = {
	readonly sources: readonly Source[];
	readonly recorder: Recorder;
	/** Whether no key came for a minute. */
	readonly isIdle: () => boolean;
	/** Told of what was remembered of an account when its first answer is there. */
	readonly recalled: (fromMemory: FromMemory) => void;
	/** Tells people why nothing is remembered, or recorded, for now. */
	readonly forgot: (words: string) => void;
	/** Whether anything on the screen needs the shares of the instances. */
	readonly areSharesWanted: () => boolean;
	/** Whether it has room for the strips of the last 24 hours. */
	readonly areStripsWanted: () => boolean;
	/** Work that the screen needs done for a fleet before the store takes it. */
	readonly prepare: (fleet: Fleet) => Slices<void>;
};

/** Watching of the sources. */
export type Watching = {
	readonly watcher: Watcher;
	/** `undefined` where nothing is to be remembered. */
	readonly memory: WatchMemory | undefined;
	/** Closes the clients and the memory; to be called after the watcher has stopped. */
	readonly close: () => Promise<void>;
};

/** The shortest interval of the sources, in milliseconds. */
export function shortestInterval(sources: ReadonlyArray<Pick<Source, 'interval'>>): number {
	return Math.min(...sources.map(({interval}) => interval));
}

/** Connects a client for each source to a watcher that writes to the debug log. */
export function createWatching(options: WatchingOptions): Watching {
	const {sources, recorder, isIdle, recalled, forgot, areSharesWanted, areStripsWanted, prepare} = options;
	const clients = sources.map(({account, profile, url, token, names, interval, timeout}) => ({
		account,
		profile,
		interval,
		timeout,
		host: sanitize(new URL(url).host),
		client: createClient({
			account, baseUrl: url, token, instances: names, timeout, now: systemClock.now,
		}),
	}));
	const servers = createHealthClients(sources.filter(source => source.hasHealth));
	const file = sources[0]?.history;
	const memory = file === undefined
		? undefined
		: createWatchMemory({
			file,
			accounts: sources,
			isReader: false,
			isShownUnanswered: true,
			elapsed: systemClock.elapsed,
			isIdle,
			recalled,
			report: forgot,
		});
	const watcher = createWatcher({
		accounts: clients.map(({client, ...account}) => ({
			...account, fetchList: client.fetchList, server: recorder.watchServer(servers.of(account.account)),
		})),
		clock: systemClock,
		interval: shortestInterval(sources),
		prepare,
		memory,
		shares: {areWanted: areSharesWanted, hasStrips: areStripsWanted, areAwaited: false},
		observe: recorder.watch,
	});
	return {
		watcher,
		memory,
		async close() {
			memory?.close();
			await Promise.all([...clients.map(({client}) => client), servers].map(async ({close}) => close()));
		},
	};
}
