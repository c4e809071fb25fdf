/**
Gives the option of Node by which a program has a clock so many times as fast as the real one, and timers that go by it. Nothing that it
does is faster: polls come one after the other, with all that the program does after each.
*/
export function fastClock(speed: number): string {
	return `--import=data:text/javascript,${encodeURIComponent(`
		import timers from 'node:timers';
		import {syncBuiltinESMExports} from 'node:module';
		const [now, elapsed, wait] = [Date.now, performance.now.bind(performance), timers.setTimeout];
		const [began, begun] = [now(), elapsed()];
		Date.now = () => began + Math.floor((now() - began) * ${speed});
		performance.now = () => begun + ((elapsed() - begun) * ${speed});
		globalThis.setTimeout = timers.setTimeout = (run, time, ...rest) => wait(run, time / ${speed}, ...rest);
		syncBuiltinESMExports();
	`)}`;
}
