import type {Clock} from './ports.js';

/** In milliseconds; between two looks at the clocks. */
const lookEvery = 1000;

/** A look that is later than this, in milliseconds, was held up by more than other work. */
const longestDelay = 1000;

/** A wall clock that gains less on the monotonic one, in milliseconds, was not left behind by it: NTP sets it by seconds. */
export const smallestLeap = 10_000;

/** How much the wall clock is ahead of the monotonic one, which stops while the machine sleeps. */
export function leadOf(clock: Clock): number {
	return clock.now() - clock.elapsed();
}

/**
Watches whether this process is held up: it was stopped, or the machine slept. The returned function ends the watch and says whether it was;
it looks once more, as what had come by then is told before a timer that is late.
*/
export function watchHold(clock: Clock, signal: AbortSignal): () => boolean {
	const watch = new AbortController();
	const either = AbortSignal.any([signal, watch.signal]);
	let seen = {elapsed: clock.elapsed(), lead: leadOf(clock)};
	let isHeld = false;

	const look = () => {
		const now = {elapsed: clock.elapsed(), lead: leadOf(clock)};
		isHeld ||= now.elapsed - seen.elapsed > lookEvery + longestDelay || now.lead - seen.lead > smallestLeap;
		seen = now;
	};

	const lookOn = async () => {
		while (!either.aborted) {
			// eslint-disable-next-line no-await-in-loop -- one look after the other
			await clock.sleep(lookEvery, either);
			look();
		}
	};

	void lookOn();
	return () => {
		look();
		watch.abort();
		return isHeld;
	};
}
