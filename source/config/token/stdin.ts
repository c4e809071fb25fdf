import {describeSetting} from '../../core/text/duration.js';
import type {TokenFile} from './token-file.js';

/** Standard input of the program. It may not be readable where it is not one of Node's own streams. */
export type Input = Partial<AsyncIterable<unknown>> & {readonly isTTY?: boolean; readonly destroy?: () => unknown};

/** In characters; far more than any token has. */
const largestInput = 16_384;

/** In milliseconds, as for a token command: whatever prints the token does so in less time, or waits for a person. */
const inputLimit = 10_000;

/**
Reads standard input to its end, for the token. It never rejects. A terminal is refused, because it would show the typed token; an input
that does not end is given up after `limit`.
*/
export async function readStdin(stdin: Input, limit = inputLimit): Promise<TokenFile> {
	if (stdin.isTTY === true) {
		return {kind: 'problem', problem: 'Standard input is a terminal, which would show the token. Pipe it in, or give the path of a file.'};
	}

	const {promise: late, resolve} = Promise.withResolvers<TokenFile>();
	const timer = setTimeout(() => {
		stdin.destroy?.();
		resolve({kind: 'problem', problem: `Standard input did not end within ${describeSetting(limit)}. It must hold the token alone, and end.`});
	}, limit);
	const found = await Promise.race([readToEnd(stdin), late]);
	clearTimeout(timer);
	return found;
}

async function readToEnd(stdin: Input): Promise<TokenFile> {
	const decoder = new TextDecoder();
	let text = '';
	try {
		for await (const chunk of {[Symbol.asyncIterator]: () => stdin[Symbol.asyncIterator]?.() ?? nothing()}) {
			text += chunk instanceof Uint8Array ? decoder.decode(chunk, {stream: true}) : String(chunk);
			if (text.length > largestInput) {
				return {kind: 'problem', problem: 'It is too much for a token. It must hold the token alone.'};
			}
		}
	} catch {
		return {kind: 'problem', problem: 'Standard input cannot be read. Give the path of a file that holds the token.'};
	}

	return {
		kind: 'text', text, sharedMode: undefined, isLasting: false,
	};
}

async function * nothing(): AsyncGenerator {
	// Yields nothing.
}
