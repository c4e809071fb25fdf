import type {Writable} from 'node:stream';
import {errorCode} from './error-code.js';

/** Writes a text. Resolves when it is out, with a code such as `EPIPE` if it never will be; does not reject. */
export type WriteOut = (text: string) => Promise<string | undefined>;

/** Makes a writer to a stream whose reader may go away at any time, as in `ryzetop --help | head -1`: that ends the writing, not the program. */
export function createWriteOut(stream: Writable): WriteOut {
	// A failure is told to the callback of `write` and then emitted, which would end the program if nobody listened.
	stream.on('error', () => undefined);

	return async text => {
		const {promise, resolve} = Promise.withResolvers<string | undefined>();
		stream.write(text, error => {
			resolve(error ? errorCode(error) : undefined);
		});
		return promise;
	};
}
