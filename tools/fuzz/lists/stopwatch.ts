import assert from 'node:assert/strict';
import process from 'node:process';

/** Measures the steps of a case: none may hold up a key for long. */
export type Stopwatch = {
	readonly measure: <Result>(what: string, run: () => Promise<Result>) => Promise<Result>;
	readonly measureNow: <Result>(what: string, run: () => Result) => Result;
	readonly longest: () => string;
};

/** In milliseconds of processor time. A key has to be answered within a second; the rest is for slow machines. */
const longestStep = 5000;

export function createStopwatch(): Stopwatch {
	let longest = {what: 'none', took: 0};
	const note = (what: string, began: NodeJS.CpuUsage) => {
		const {user, system} = process.cpuUsage(began);
		const took = Math.round((user + system) / 1000);
		longest = took > longest.took ? {what, took} : longest;
		assert.ok(took < longestStep, `${what} took ${took} ms of processor time`);
	};

	return {
		async measure(what, run) {
			const began = process.cpuUsage();
			const result = await run();
			note(what, began);
			return result;
		},
		measureNow(what, run) {
			const began = process.cpuUsage();
			const result = run();
			note(what, began);
			return result;
		},
		longest: () => `${longest.took} ms for ${longest.what}`,
	};
}
