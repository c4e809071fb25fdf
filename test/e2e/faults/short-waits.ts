// Loaded before the program: waits of minutes pass in seconds. What the program says of them stays as it is.
import timers from 'node:timers';
import {syncBuiltinESMExports} from 'node:module';

/** The poller sleeps so long at most at a time; a longer wait is made of such pieces. */
const piece = 5000;
const factor = 60;

const {setTimeout: setRealTimeout} = timers;
const {now: realNow} = Date;
const realElapsed = performance.now.bind(performance);

/** The time that was left out, by which both clocks are ahead. */
let skipped = 0;

timers.setTimeout = Object.assign(
	(callback: () => void, delay?: number) => delay === piece
		? setRealTimeout(() => {
			skipped += piece - (piece / factor);
			callback();
		}, piece / factor)
		: setRealTimeout(callback, delay),
	{__promisify__: setRealTimeout.__promisify__},
);
syncBuiltinESMExports();
Date.now = () => realNow() + skipped;
performance.now = () => realElapsed() + skipped;
