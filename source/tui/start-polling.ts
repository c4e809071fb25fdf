import {createClient} from '../api/client.js';
import {runInSlices} from '../process/run-in-slices.js';
import type {AccountId} from '../core/instance/instance.js';
import type {TokenSource} from '../core/polling/token-source.js';
import type {Recorder} from '../diagnostics/recorder.js';
import {systemClock} from '../polling/system-clock.js';
import {createPoller, type Poller} from '../polling/poller.js';
import type {Actions} from './store/actions.js';

/** Whom to ask, how often, and whom to tell; times in milliseconds. `ended` is called after each poll has reached the store. */
export type PollingOptions = {
	readonly account: AccountId;
	readonly url: string;
	readonly token: TokenSource;
	readonly names: readonly string[];
	readonly timeout: number;
	readonly interval: number;
	readonly actions: Actions;
	readonly recorder: Recorder;
	readonly ended: () => void;
};

/** One account's polling, and what to close once it has stopped. */
export type Polling = {
	readonly poller: Poller;
	readonly close: () => Promise<void>;
};

/** Puts the client, the poller and the store's actions together. What comes of an answer is worked out in slices before the store takes it. */
export function createPolling({account, url, token, names, timeout, interval, actions, recorder, ended}: PollingOptions): Polling {
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
