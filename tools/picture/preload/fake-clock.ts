import module from 'node:module';
import process from 'node:process';
import timers from 'node:timers';

// `node --import` loads this file before the program, and replaces its clock and its timers.
//
// The fake clock stands still until SIGUSR2, which advances it by one step and runs the timers that are due, each at its own time.
//
// So minutes of a story pass in little time, every poll falls on the same instant, and every run shows the same times.
//
// `@sinonjs/fake-timers` and the `mock.timers` of `node:test` replace timers of every delay, and theirs keep no process alive.

const start = Number(process.env.STORY_START);
const step = Number(process.env.STORY_STEP);
if (!Number.isSafeInteger(start) || !Number.isSafeInteger(step) || step < 1) {
	throw new Error('STORY_START and STORY_STEP must be whole numbers of milliseconds.');
}

// Shorter timers order the program's own work, such as a frame or the end of an escape sequence. They run by the real clock.
const shortestFakeDelay = 1000;

type FakeTimer = {
	readonly due: number;
	/** The period of a timer that repeats, else undefined. */
	readonly period: number | undefined;
	readonly run: () => void;
};

type Callback = (...args: readonly unknown[]) => void;

let elapsed = 0;
const fakeTimers = new Map<NodeJS.Timeout, FakeTimer>();
const {setTimeout: setRealTimeout, clearTimeout: clearRealTimeout, setInterval: setRealInterval} = timers;

// A real timer stands for each fake one. The program holds, clears and unrefs it, and it keeps the process alive.
const longestDelay = (2 ** 31) - 1;

const addFakeTimer = (delay: number, period: number | undefined, run: () => void): NodeJS.Timeout => {
	const handle = setRealTimeout(() => undefined, longestDelay);
	fakeTimers.set(handle, {due: elapsed + delay, period, run});
	return handle;
};

const clearTimer = (handle?: NodeJS.Timeout) => {
	if (handle !== undefined) {
		fakeTimers.delete(handle);
	}

	clearRealTimeout(handle);
};

type SetTimer = (callback: Callback, delay?: number, ...args: readonly unknown[]) => NodeJS.Timeout;

const replaceTimer = (setRealTimer: SetTimer, isRepeated: boolean): SetTimer => (callback, delay = 0, ...args) => {
	if (delay < shortestFakeDelay) {
		return setRealTimer(callback, delay, ...args);
	}

	return addFakeTimer(delay, isRepeated ? delay : undefined, () => {
		callback(...args);
	});
};

const findNext = (until: number) => {
	const due = fakeTimers.entries().filter(([, timer]) => timer.due <= until).toArray();
	// Of two timers due at the same time the one made first runs first: sorting keeps their order.
	return due.toSorted(([, one], [, other]) => one.due - other.due)[0];
};

const advance = () => {
	const until = elapsed + step;
	for (let next = findNext(until); next !== undefined; next = findNext(until)) {
		const [handle, {due, period, run}] = next;
		elapsed = due;
		if (period === undefined) {
			clearTimer(handle);
		} else {
			fakeTimers.set(handle, {due: due + period, period, run});
		}

		run();
	}

	elapsed = until;
};

const realNow = performance.now.bind(performance);
const replaced = {
	setTimeout: replaceTimer(setRealTimeout, false),
	setInterval: replaceTimer(setRealInterval, true),
	clearTimeout: clearTimer,
	clearInterval: clearTimer,
};

Object.assign(timers, replaced);
Object.assign(globalThis, replaced);
module.syncBuiltinESMExports();
Date.now = () => start + elapsed;
// The real time counts as well, so that the program still measures how long its own work takes.
performance.now = () => realNow() + elapsed;
process.on('SIGUSR2', advance);
