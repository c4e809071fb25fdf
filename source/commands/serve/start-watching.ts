import {createClient} from '../../api/client.js';
import type {ServeOptions} from '../../config/settings/serve.js';
import type {Fleet} from '../../core/fleet/fleet.js';
import type {NamedAccount} from '../../core/metrics/fleet-facts.js';
import type {Environment} from '../../core/text/environment.js';
import {sanitize} from '../../core/text/sanitize.js';
import {inMemory} from '../../history/open.js';
import {systemClock} from '../../polling/system-clock.js';
import {createWatchMemory} from '../../polling/watch-memory.js';
import {createWatcher, type FleetChange} from '../../polling/watcher.js';
import type {ScenarioName} from '../../simulator/world/scenarios.js';
import {nameAccount, openSource} from '../open-source.js';

/** Accounts that are watched with one set of options, until they are stopped. */
export type Watching = {
	readonly accounts: readonly NamedAccount[];
	readonly fleet: () => Fleet;
	/** File of the memory; `undefined` where there is none on the disk. */
	readonly history: string | undefined;
	/** What is watched, in words. */
	readonly words: string;
	/** Resolves when everything is stopped and closed; rejects with what was thrown. */
	readonly ended: Promise<void>;
	readonly stop: () => void;
};

export type WatchingOptions = {
	readonly options: ServeOptions<ScenarioName>;
	readonly environment: Environment;
	readonly changed: (change: FleetChange) => void;
	/** Tells people something, without a full stop. */
	readonly say: (words: string) => void;
};

/** Begins to watch the source of these options, and to record it before any monitor does. */
export async function startWatching({options, environment, changed, say}: WatchingOptions): Promise<Watching> {
	const {names, timeout, interval} = options;
	const source = await openSource(options.source, systemClock.now, environment);
	const {account, url, token, history} = source;
	const client = createClient({
		account, baseUrl: url, token, instances: names, timeout, now: systemClock.now,
	});
	const memory = history === undefined
		? undefined
		: createWatchMemory({
			file: history,
			accounts: [source],
			names,
			isReader: false,
			isServing: true,
			isShownUnanswered: false,
			elapsed: systemClock.elapsed,
			isIdle: () => true,
			recalled: () => undefined,
			report: say,
		});
	const host = sanitize(new URL(url).host);
	const watcher = createWatcher({
		accounts: [{
			account, host, fetchList: client.fetchList, timeout,
		}],
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
			await Promise.allSettled([client.close(), source.close()]);
		}
	};

	const accountName = nameAccount(options.source);
	return {
		accounts: [{account, accountName}],
		fleet: watcher.fleet,
		history: history === inMemory ? undefined : history,
		words: accountName === host ? host : `${sanitize(accountName)} (${host})`,
		ended: run(),
		stop() {
			stop.abort();
		},
	};
}
