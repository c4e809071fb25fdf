import type {PollerReport} from './poller.js';
import type {Clock} from './ports.js';

/** What the polls of one account are watched with. `timeout` is the longest time that a poll should take, in milliseconds. */
export type SilenceOptions = {
	readonly clock: Clock;
	readonly timeout: number;
	/** Called where a poll is under way for so long that people should know. */
	readonly waiting: () => void;
	/** Called where no poll ended within the planned wait and the timeout, whatever the reason. */
	readonly overdue: () => void;
};

/** In milliseconds. A poll that takes longer is told. */
const shortWait = 2000;

/** Time beyond the timeout, in milliseconds: a request that ends at its own deadline says better why there is no answer. */
const margin = 1000;

/**
Watches that the polls of one account end in time, by the monotonic clock: nothing that holds up a request, the token, the poller or the
whole process keeps a picture live. Gives the report that its poller is to have, which passes everything on.
*/
export function watchSilence({clock, timeout, waiting, overdue}: SilenceOptions, report: PollerReport, until: AbortSignal): PollerReport {
	let planned: AbortController | undefined;
	let underWay = new AbortController();

	const after = (delay: number, {signal}: AbortController, act: () => void) => {
		const either = AbortSignal.any([signal, until]);
		void clock.sleep(delay, either).then(() => {
			if (!either.aborted) {
				act();
			}
		});
	};

	const plan = (wait: number) => {
		planned?.abort();
		planned = new AbortController();
		after(wait + timeout + margin, planned, overdue);
	};

	return {
		started() {
			if (planned === undefined) {
				plan(0);
			}

			underWay = new AbortController();
			after(shortWait, underWay, waiting);
			report.started();
		},
		async ended(end) {
			underWay.abort();
			plan(end.next.at - end.at);
			await report.ended(end);
		},
		rescheduled(next) {
			plan(next.at - clock.now());
			report.rescheduled(next);
		},
	};
}
