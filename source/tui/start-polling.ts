import {createClient} from '../api/client.js';
import {runInSlices} from '../process/run-in-slices.js';
import type {AccountId} from '../core/instance/instance.js';
import type {TokenSource} from '../core/polling/token-source.js';
import type {Recorder} from '../diagnostics/recorder.js';
import {systemClock} from '../polling/system-clock.js';
import {createPoller, type Poller} from '../polling/poller.js';
import type {Actions} from './store/actions.js';

export type PollingOptions = {
	readonly account: AccountId;
	readonly url: string;
	readonly token: TokenSource;
	/** The names given with `--instance`; without any, all instances are listed. */
	readonly names: readonly string[];
	/** In milliseconds, for one request. */
	readonly timeout: number;
	/** In milliseconds. */
	readonly interval: number;
	readonly actions: Actions;
	readonly recorder: Recorder;
	/** Called after each poll, when the store holds its outcome. */
	readonly ended: () => void;
};

/** Polling of one account. */
export type Polling = {
	readonly poller: Poller;
	/** Closes the client; to be called after the poller has stopped. */
	readonly close: () => Promise<void>;
};

/**
Connects the client, the poller and the store's actions. An answer is folded in slices first,
so that a key does not have to wait until the store changes.
*/
export function createPolling(options: PollingOptions): Polling {
	const {
		account, url, token, names, timeout, interval, actions, recorder, ended,
	} = options;
	const {now} = systemClock;
	const client = createClient({
		account, baseUrl: url, token, instances: names, timeout, now,
	});
	const poller = createPoller({
		async fetchList(signal) {
			const outcome = await client.fetchList(signal);
			await runInSlices(actions.foldAhead(account, outcome, now()));
			return outcome;
		},
		clock: systemClock,
		random: Math.random,
		interval,
		report: recorder.watch({
			started() {
				actions.pollStarted(account);
			},
			ended(end) {
				actions.pollEnded({account, ...end});
				ended();
			},
			rescheduled(next) {
				actions.rescheduled(account, next);
			},
			jumped: actions.clockJumped,
		}),
	});
	return {poller, close: client.close};
}
