import type {PollerReport} from './poller.js';
import type {Clock} from './ports.js';

/** What the polls of one account are watched with. `timeout` is the longest time that a poll should take, in milliseconds. */
export type SilenceOptions = {
	readonly clock: Clock;
	readonly timeout: number;
	/** Called where a poll is under way for so long that people should know. */
	readonly waiting: () => void;
	/**
	Called where no poll ended within the planned wait and the timeout, whatever the reason. `isWatched` says whether this process ran
	meanwhile: where it was stopped, or the machine slept, nobody asked, and there may be no trouble at all.
	*/
	readonly overdue: (isWatched: boolean) => void;
};

/** In milliseconds. A poll that takes longer is told. */
const shortWait = 2000;

/** Time beyond the timeout, in milliseconds: a request that ends at its own deadline says better why there is no answer. */
const margin = 1000;

/** A timer that is later than this, in milliseconds, was held up by more than other work. */
const longestDelay = 1000;

/**
Watches that the polls of one account end in time, by the monotonic clock, and by the wall clock where that is ahead: nothing that holds up
a request, the token, the poller, the whole process or the machine keeps a picture live. Gives the report that its poller is to have, which
passes everything on.
*/
export function watchSilence({clock, timeout, waiting, overdue}: SilenceOptions, report: PollerReport, until: AbortSignal): PollerReport {
	let planned: AbortController | undefined;
	let plannedAt = {at: clock.now(), elapsed: clock.elapsed()};
	let limit = 0;
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
		plannedAt = {at: clock.now(), elapsed: clock.elapsed()};
		limit = wait + timeout + margin;
		after(limit, planned, () => {
			overdue(clock.elapsed() - plannedAt.elapsed - limit <= longestDelay);
		});
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
		rescheduled(next, wait) {
			plan(wait);
			report.rescheduled(next, wait);
		},
		leapt() {
			if (clock.now() - plannedAt.at > limit) {
				overdue(false);
			}

			report.leapt();
		},
	};
}
