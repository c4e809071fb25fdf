import module from 'node:module';
import process from 'node:process';
import timers from 'node:timers';

// Loaded by `node --import` before the program, which knows nothing of it. From here on time stands still; at each SIGUSR2 it goes on by one step, and whatever was due by then is done at its own time. So minutes of a story pass while the program works, every poll falls on the same instant, and no run is told from another by its clock.

const start = Number(process.env.STORY_START);
const step = Number(process.env.STORY_STEP);
if (!Number.isSafeInteger(start) || !Number.isSafeInteger(step) || step < 1) {
	throw new Error('STORY_START and STORY_STEP must be whole numbers of milliseconds.');
}

// What is shorter orders the program's own work (a frame, an escape sequence), not the story: it goes by the machine's time.
const shortestOfStory = 1000;

type Appointment = {
	readonly due: number;
	/** Undefined for one that is kept once. */
	readonly every: number | undefined;
	readonly keep: () => void;
};

type Act = (...args: readonly unknown[]) => void;

let passed = 0;
const agenda = new Map<NodeJS.Timeout, Appointment>();
const {setTimeout: laterByMachine, clearTimeout: clearByMachine, setInterval: repeatByMachine} = timers;

// Stands for an appointment where the program holds, clears or unrefs it; keeps the process alive as the true one would.
const longestTimer = (2 ** 31) - 1;

const appoint = (delay: number, every: number | undefined, keep: () => void): NodeJS.Timeout => {
	const handle = laterByMachine(() => undefined, longestTimer);
	agenda.set(handle, {due: passed + delay, every, keep});
	return handle;
};

const clear = (handle?: NodeJS.Timeout) => {
	if (handle !== undefined) {
		agenda.delete(handle);
	}

	clearByMachine(handle);
};

const schedule = (byMachine: (act: Act, delay?: number, ...args: readonly unknown[]) => NodeJS.Timeout, isRepeated: boolean) => (act: Act, delay = 0, ...args: readonly unknown[]) => delay < shortestOfStory
	? byMachine(act, delay, ...args)
	: appoint(delay, isRepeated ? delay : undefined, () => {
		act(...args);
	});

const findNext = (until: number) => {
	const due = agenda.entries().filter(([, appointment]) => appointment.due <= until).toArray();
	// Of two at the same time the one made first comes first: sorting keeps their order.
	return due.toSorted(([, one], [, other]) => one.due - other.due)[0];
};

const goOn = () => {
	const until = passed + step;
	for (let next = findNext(until); next !== undefined; next = findNext(until)) {
		const [handle, {due, every, keep}] = next;
		passed = due;
		if (every === undefined) {
			clear(handle);
		} else {
			agenda.set(handle, {due: due + every, every, keep});
		}

		keep();
	}

	passed = until;
};

const machineNow = performance.now.bind(performance);
const replaced = {
	setTimeout: schedule(laterByMachine, false),
	setInterval: schedule(repeatByMachine, true),
	clearTimeout: clear,
	clearInterval: clear,
};

Object.assign(timers, replaced);
Object.assign(globalThis, replaced);
module.syncBuiltinESMExports();
Date.now = () => start + passed;
// How long work takes is still seen, by those who give way to other work.
performance.now = () => machineNow() + passed;
process.on('SIGUSR2', goOn);
