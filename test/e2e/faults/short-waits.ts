// Loaded before the program: waits of minutes pass in seconds. What the program says of them stays as it is.
import timers from 'node:timers';
import {syncBuiltinESMExports} from 'node:module';

/** Only the waits that a server asks for are as long as this. */
const longWait = 20_000;
const factor = 60;

const {setTimeout: setRealTimeout} = timers;

timers.setTimeout = Object.assign(
	(callback: () => void, delay?: number) => setRealTimeout(callback, delay !== undefined && delay >= longWait ? delay / factor : delay),
	{__promisify__: setRealTimeout.__promisify__},
);
syncBuiltinESMExports();
