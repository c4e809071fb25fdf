import {createClient} from '../../api/client.js';
import {createHealthClients} from '../../api/health-clients.js';
import type {ServeOptions} from '../../config/settings/serve.js';
import type {Fleet} from '../../core/fleet/fleet.js';
import type {AccountId} from '../../core/instance/instance.js';
import type {Server} from '../../core/polling/server.js';
import {maskText} from '../../core/json/mask.js';
import {describeSetting} from '../../core/text/duration.js';
import type {Environment} from '../../core/text/environment.js';
import {joinWords} from '../../core/text/join-words.js';
import {sanitize, type SafeText} from '../../core/text/sanitize.js';
import {inMemory} from '../../history/open.js';
import type {Source} from '../../polling/ports.js';
import {systemClock} from '../../polling/system-clock.js';
import {createWatchMemory} from '../../polling/memory/watch-memory.js';
import type {FleetChange} from '../../polling/fleet-changes.js';
import {createWatcher} from '../../polling/watcher.js';
import type {ScenarioName} from '../../simulator/world/scenarios.js';
import {openSources} from '../open-source.js';

/** Accounts that are watched with one set of options, until they are stopped. */
export type Watching = {
	readonly accounts: readonly AccountId[];
	readonly fleet: () => Fleet;
	/** What is known of the servers, by their addresses. */
	readonly servers: () => ReadonlyMap<string, Server>;
	/** File of the memory; `undefined` where there is none on the disk. */
	readonly history: string | undefined;
	/** What is watched, in words, one item an account. */
	readonly words: readonly string[];
	/** Resolves when everything is stopped and closed; rejects with what was thrown. */
	readonly ended: Promise<void>;
	readonly stop: () => void;
};

export type WatchingOptions = {
	readonly options: ServeOptions<ScenarioName>;
	/** What was known of servers before, by their addresses: a restart while the config is read anew is none the less seen. */
	readonly known: ReadonlyMap<string, Server>;
	readonly environment: Environment;
	readonly changed: (change: FleetChange) => void;
	/** Tells people something, without a full stop. */
	readonly say: (words: string) => void;
};

/** Begins to watch the sources of these options, and to record them before any monitor does. */
export async function startWatching({options, known, environment, changed, say}: WatchingOptions): Promise<Watching> {
	const {names, timeout, interval, hasHealth} = options;
	const sources = await openSources(options.sources, {
		settings: {
			names, timeout, interval, hasHealth,
		}, now: systemClock.now, environment,
	});
	const asked = sources.map(source => ({
		source, client: createClient({
			...source, baseUrl: source.url, instances: source.names, now: systemClock.now,
		}),
	}));
	const servers = createHealthClients(sources.filter(source => source.hasHealth));
	// The memory is one file for all accounts.
	const history = sources[0]?.history;
	const memory = history === undefined
		? undefined
		: createWatchMemory({
			file: history,
			accounts: sources,
			isReader: false,
			isServing: true,
			// What was told before a restart is told after it, though the API is in trouble: an alert on it must not end by that.
			isShownUnanswered: true,
			elapsed: systemClock.elapsed,
			isIdle: () => true,
			recalled: () => undefined,
			report: say,
		});
	const watcher = createWatcher({
		accounts: asked.map(({source, client}) => ({
			account: source.account,
			profile: source.profile,
			host: hostOf(source),
			fetchList: client.fetchList,
			timeout: source.timeout,
			interval: source.interval,
			server: servers.of(source.account),
			known: known.get(servers.of(source.account)?.address ?? ''),
		})),
		clock: systemClock,
		interval,
		memory,
		shares: {areWanted: () => true, areAwaited: true},
	});
	watcher.subscribe(changed);
	const stop = new AbortController();

	const run = async () => {
		try {
			await watcher.run(stop.signal);
		} finally {
			memory?.close();
			await Promise.allSettled([...asked.map(({client}) => client), servers, ...sources].map(async ({close}) => close()));
		}
	};

	return {
		accounts: sources.map(({account}) => account),
		fleet: watcher.fleet,
		servers() {
			const {feeds} = watcher.fleet();
			return new Map(sources.flatMap(({account}) => {
				const [address, server] = [servers.of(account)?.address, feeds.get(account)?.server];
				return address === undefined || server === undefined ? [] : [[address, server] as const];
			}));
		},
		history: history === inMemory ? undefined : history,
		words: sources.map(source => describeSource(source)),
		ended: run(),
		stop() {
			stop.abort();
		},
	};
}

function describeSource(source: Source): string {
	const {account, names, interval} = source;
	const host = hostOf(source);
	const chosen = names.length === 0 ? '' : `${joinWords(names.map(name => maskText(name)), 'and')} of `;
	const name = sanitize(account);
	const place = name === host ? host : `${name} (${host})`;
	return `${chosen}${place} every ${describeSetting(interval)}`;
}

function hostOf({url}: Source): SafeText {
	return sanitize(new URL(url).host);
}
