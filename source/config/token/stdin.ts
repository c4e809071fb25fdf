import type {TokenFile} from './token-file.js';

/** Standard input of the program. It may not be readable where it is not one of Node's own streams. */
export type Input = Partial<AsyncIterable<unknown>> & {readonly isTTY?: boolean};

/** In characters; far more than any token has. */
const largestInput = 16_384;

/** Reads standard input to its end, for the token. It never rejects. A terminal is refused, because it would show the typed token. */
export async function readStdin(stdin: Input): Promise<TokenFile> {
	if (stdin.isTTY === true) {
		return {kind: 'problem', problem: 'Standard input is a terminal, which would show the token. Pipe it in, or give the path of a file.'};
	}

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
