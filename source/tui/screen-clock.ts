import type {Clock} from '../polling/ports.js';

/** The clock by which the screen tells ages and countdowns. */
export type ScreenClock = {
	readonly now: () => number;
	/** Sets the clock by a poll that ended at these times of both clocks. */
	readonly polled: (end: {readonly at: number; readonly elapsed: number}) => void;
};

/**
Makes a clock that goes on from the end of the last poll, whose times all that is on the screen is dated by. Where the wall clock is set
back, time goes on by the monotonic clock until the next poll: no age shrinks, and no countdown grows. Where the wall clock is ahead, as
after the machine slept, time goes by that, since the picture is older by as much.
*/
export function createScreenClock({now, elapsed}: Pick<Clock, 'now' | 'elapsed'>): ScreenClock {
	let base = {at: now(), elapsed: elapsed()};
	return {
		now: () => Math.max(now(), base.at + (elapsed() - base.elapsed)),
		polled({at, elapsed: end}) {
			base = {at, elapsed: end};
		},
	};
}
