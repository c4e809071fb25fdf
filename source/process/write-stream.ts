import type {Writable} from 'node:stream';
import {errorCode} from './error-code.js';

/** Writes a text. Resolves once it is written, with a code such as `EPIPE` if it could not be written; never rejects. */
export type WriteOut = (text: string) => Promise<string | undefined>;

/**
Makes a writer to a stream whose reader may close it at any time, as in `ryzetop --help | head -1`.
A closed stream ends the writing, not the program. `encode` makes of a text what the stream can take.
*/
export function createWriteOut(stream: Writable, encode: (text: string) => string = text => text): WriteOut {
	// A failure is passed to the callback of `write` and then emitted as an event, which would end the program without a listener.
	stream.on('error', () => undefined);

	return async text => {
		const {promise, resolve} = Promise.withResolvers<string | undefined>();
		stream.write(encode(text), error => {
			resolve(error ? errorCode(error) : undefined);
		});
		return promise;
	};
}
