import assert from 'node:assert/strict';
import process from 'node:process';

/** Measures the steps of cases. */
export type Stopwatch = {
	readonly measure: <Result>(what: string, run: () => Promise<Result>) => Promise<Result>;
	readonly measureNow: <Result>(what: string, run: () => Result) => Result;
	/** To be called at the end of a case: fails where its steps took long, whatever else the machine did. */
	readonly endCase: () => void;
	readonly longest: () => string;
};

/** In milliseconds of processor time. A key has to be answered within a second; the rest is for slow machines, and for what is no step. */
const longestCase = 8000;

export function createStopwatch(): Stopwatch {
	let longest = {what: 'none', took: 0};
	let longestOfCase = longest;
	let began = process.cpuUsage();
	const note = (what: string, from: number) => {
		const took = performance.now() - from;
		longestOfCase = took > longestOfCase.took ? {what, took} : longestOfCase;
	};

	return {
		async measure(what, run) {
			const from = performance.now();
			const result = await run();
			note(what, from);
			return result;
		},
		measureNow(what, run) {
			const from = performance.now();
			const result = run();
			note(what, from);
			return result;
		},
		endCase() {
			const {user, system} = process.cpuUsage(began);
			assert.ok((user + system) / 1000 < longestCase, `it took ${(user + system) / 1000} ms of processor time, most of it ${longestOfCase.what}`);
			longest = longestOfCase.took > longest.took ? longestOfCase : longest;
			longestOfCase = {what: 'none', took: 0};
			began = process.cpuUsage();
		},
		longest: () => `${longest.took.toFixed(0)} ms for ${longest.what}`,
	};
}
