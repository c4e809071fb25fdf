import {statSync} from 'node:fs';
import type {ServeOptions} from '../../config/settings/serve.js';
import type {Fleet, Poll} from '../../core/fleet/fleet.js';
import type {AccountId} from '../../core/instance/instance.js';
import {createIdentify} from '../../core/metrics/name-rows.js';
import {createFleetReader} from '../../core/metrics/fleet-facts.js';
import {writeMetrics} from '../../core/metrics/write-metrics.js';
import type {Server} from '../../core/polling/server.js';
import {troubleLabel} from '../../core/polling/trouble-label.js';
import {createExpositionCache} from '../../serve/exposition.js';
import {healthPage} from '../../serve/health.js';
import {landingPage} from '../../serve/landing-page.js';
import type {Page} from '../../serve/listener.js';
import {createProgramMetrics} from '../../serve/program-metrics.js';
import type {WriteText} from '../../serve/zip.js';

/** What is known now, and how it is told. */
type Told = {
	readonly fleet: Fleet;
	readonly accounts: readonly AccountId[];
	/** File of the memory; `undefined` where there is none on the disk. */
	readonly history: string | undefined;
	/** What is watched, in words, one item an account. */
	readonly words: readonly string[];
	readonly options: Pick<ServeOptions, 'series' | 'isPersonal'>;
};

/** The pages, which tell what was told last. No page asks anybody. */
export type Pages = {
	readonly pages: Readonly<Record<string, () => Promise<Page>>>;
	/** Takes what a change has shown; `poll` is the one that has ended, if any. */
	readonly told: (told: Told, poll: Poll | undefined) => void;
	/** Names accounts before their first polls. */
	readonly expect: (accounts: readonly AccountId[]) => void;
	/** Makes nothing more: the program ends. */
	readonly close: () => void;
};

export function createPages(version: string): Pages {
	const program = createProgramMetrics(version);
	const readFleet = createFleetReader();
	const identify = createIdentify();
	let now: Told | undefined;

	const make = async (): Promise<WriteText> => {
		const told = now;
		const own = await program.text(told?.history === undefined ? undefined : sizeOf(told.history));
		return function * (take) {
			if (told === undefined) {
				return;
			}

			const {fleet, accounts, options: {series, isPersonal}} = told;
			yield * writeMetrics(yield * readFleet(fleet, accounts), {
				series, isPersonal, take, identify, encode: text => text,
			});
			take(own);
		};
	};

	const cache = createExpositionCache({make, elapsed: () => performance.now()});

	return {
		pages: {
			async '/'() {
				return landingPage({version, watched: now?.words ?? []});
			},
			async '/metrics'() {
				return {status: 200, type: 'text/plain; version=0.0.4; charset=utf-8', body: await cache.take()};
			},
			async '/healthz'() {
				return now === undefined ? {status: 503, type: 'application/json; charset=utf-8', body: '{}\n'} : healthPage(now.fleet, now.accounts);
			},
		},
		told(told, poll) {
			// What was watched before stays in the answers until the first poll of what is watched now.
			const isAnother = now !== undefined && now.accounts !== told.accounts;
			if (!isAnother || poll !== undefined) {
				const isTold = now !== undefined && isToldAlike(now, told);
				now = told;
				if (poll !== undefined || !isTold) {
					cache.changed();
				}
			}

			if (poll !== undefined && told.accounts.includes(poll.account)) {
				program.count({account: poll.account, outcome: troubleLabel(poll.outcome), took: poll.elapsed - poll.asked.elapsed});
			}
		},
		expect: program.expect,
		close: cache.close,
	};
}

/** Whether the metrics of two fleets differ in nothing but counts of polls. */
function isToldAlike(one: Told, other: Told): boolean {
	return one.fleet.inventory === other.fleet.inventory && one.fleet.masses === other.fleet.masses && one.options === other.options
		&& one.accounts === other.accounts
		&& other.accounts.every(account => {
			const [former, present] = [one.fleet.feeds.get(account), other.fleet.feeds.get(account)];
			return former?.trouble === present?.trouble && isServerToldAlike(former?.server, present?.server);
		});
}

/** Looks that find a server as it was tell nothing new: the metrics are not made anew for each of them. */
function isServerToldAlike(one: Server | undefined, other: Server | undefined): boolean {
	return one?.report.kind === other?.report.kind && one?.startedAt === other?.startedAt && one?.restarts === other?.restarts;
}

/** The bytes of the memory with its log, which SQLite keeps beside it; `undefined` where there is none yet. */
function sizeOf(file: string): number | undefined {
	const sizes = [file, `${file}-wal`].map(name => statSync(name, {throwIfNoEntry: false})?.size);
	return sizes[0] === undefined ? undefined : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}
