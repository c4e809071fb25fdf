import process from 'node:process';
import type {Clock} from '../../source/polling/ports.js';

/** A clock that stands still until it is turned by hand. */
export type HandClock = Clock & {
	/** Moves time on and ends the sleeps that are over, in their order; the effects of each are awaited. */
	readonly turn: (milliseconds: number) => Promise<void>;
	/** Sets the time without ending any sleep, as a person or NTP does. */
	readonly set: (at: number) => void;
	/** Lets time pass in which the process is stopped: the sleeps that are over by then end when the clock is turned. */
	readonly stop: (milliseconds: number) => void;
	/** The remaining time of each present sleep. */
	readonly sleeping: () => readonly number[];
};

export function createHandClock(start: number): HandClock {
	let now = start;
	let elapsed = 0;
	let sleepers: ReadonlyArray<{readonly until: number; readonly wake: () => void}> = [];

	const wakeNext = (limit: number): boolean => {
		const next = sleepers.filter(({until}) => until <= limit).toSorted((one, other) => one.until - other.until).at(0);
		if (next === undefined) {
			return false;
		}

		now += Math.max(0, next.until - elapsed);
		elapsed = Math.max(elapsed, next.until);
		next.wake();
		return true;
	};

	return {
		now: () => now,
		elapsed: () => elapsed,
		sleep: async (milliseconds, signal) => new Promise(resolve => {
			const sleeper = {
				until: elapsed + Math.max(0, milliseconds),
				wake() {
					sleepers = sleepers.filter(other => other !== sleeper);
					// A signal with listeners is kept for as long as those it is made of.
					signal.removeEventListener('abort', sleeper.wake);
					resolve();
				},
			};
			sleepers = [...sleepers, sleeper];
			if (signal.aborted) {
				sleeper.wake();
			} else {
				signal.addEventListener('abort', sleeper.wake, {once: true});
			}
		}),
		async turn(milliseconds) {
			const limit = elapsed + milliseconds;
			const end = now + milliseconds;
			await settle();
			while (wakeNext(limit)) {
				// eslint-disable-next-line no-await-in-loop -- What one sleeper does may decide how long the next sleeps.
				await settle();
			}

			elapsed = limit;
			now = end;
		},
		set(at) {
			now = at;
		},
		stop(milliseconds) {
			now += milliseconds;
			elapsed += milliseconds;
		},
		sleeping: () => sleepers.map(({until}) => until - elapsed),
	};
}

/** Turns of the loop in which all that only waits for promises has happened. */
const turns = 6;

/** So many are never reached but by work without an end. */
const mostTurns = 10_000;

/** Lets everything happen that is only waiting for promises and slices; on a busy machine work has more slices. */
async function settle(): Promise<void> {
	for (let turn = 0; turn < turns || (turn < mostTurns && process.getActiveResourcesInfo().includes('Immediate')); turn++) {
		// eslint-disable-next-line no-await-in-loop -- turn after turn
		await new Promise(resolve => {
			setImmediate(resolve);
		});
	}
}
