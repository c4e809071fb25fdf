import type {Writable} from 'node:stream';
import {errorCode} from './error-code.js';

/** Writes a text. Resolves once it is written, with a code such as `EPIPE` if it could not be written; never rejects. */
export type WriteOut = (text: string) => Promise<string | undefined>;

/** In UTF-16 code units. A longer text is written in pieces: a file takes each of them in one block. */
const longestPiece = 1_048_576;

/**
Makes a writer to a stream whose reader may close it at any time, as in `ryzetop --help | head -1`.
A closed stream ends the writing, not the program. `encode` makes of a text what the stream can take.
*/
export function createWriteOut(stream: Writable, encode: (text: string) => string = text => text): WriteOut {
	// A failure is passed to the callback of `write` and then emitted as an event, which would end the program without a listener.
	stream.on('error', () => undefined);

	const writePiece = async (piece: string) => {
		const {promise, resolve} = Promise.withResolvers<string | undefined>();
		stream.write(piece, error => {
			resolve(error ? errorCode(error) : undefined);
		});
		return promise;
	};

	return async text => {
		const encoded = encode(text);
		let failure: string | undefined;
		let from = 0;
		do {
			const to = endOfPiece(encoded, from);
			// eslint-disable-next-line no-await-in-loop -- The pieces keep their order.
			failure = await writePiece(encoded.slice(from, to));
			from = to;
		} while (failure === undefined && from < encoded.length);

		return failure;
	};
}

/** Where the piece that begins at `from` ends. A pair of surrogates stays whole. */
function endOfPiece(text: string, from: number): number {
	const to = from + longestPiece;
	return to < text.length && /[\u{D800}-\u{DBFF}]/v.test(text.charAt(to - 1)) ? to - 1 : Math.min(to, text.length);
}
