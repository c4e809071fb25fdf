import type {Pointed} from '../../core/screen/pointer.js';
import {overrideMethod} from '../override-method.js';
import {createDecoder} from './decode-bytes.js';
import type {Input} from './input.js';
import {createTokenizer} from './tokenizer.js';
import type {Wait} from './wait.js';

/** Whom the keys are given to. */
export type KeyListener = {
	/** Called with characters that were typed, as many as came at once. */
	readonly type: (text: string) => void;
	/** Called with the chord of any other key. */
	readonly press: (chord: string) => void;
	readonly paste: (text: string) => void;
	/** Called with what a person did with the mouse, in a cell of the screen. */
	readonly point: (pointed: Pointed) => void;
};

export type ReadKeys = {
	/** The stream for Ink, which switches the modes of the terminal and says when there is something to read. It gets nothing to read. */
	readonly stdin: NodeJS.ReadStream;
	/** Ends waiting, so that no key comes any more. */
	readonly close: () => void;
};

/**
Reads the keys of a terminal in place of Ink, which takes the parts of an answer or a paste that come apart for keys, drops function keys,
and knows neither controls of 8 bits nor the end of a paste that is cut off.
*/
export function readKeys(stdin: NodeJS.ReadStream, listener: KeyListener): ReadKeys {
	const decode = createDecoder();
	const tokenizer = createTokenizer();
	let wait: Wait | undefined;
	let timer: NodeJS.Timeout | undefined;

	const give = (inputs: readonly Input[]) => {
		for (const input of inputs) {
			switch (input.kind) {
				case 'text': {
					listener.type(input.text);
					break;
				}

				case 'key': {
					listener.press(input.chord);
					break;
				}

				case 'paste': {
					listener.paste(input.text);
					break;
				}

				case 'pointed': {
					listener.point(input.pointed);
					break;
				}
			}
		}

		startWaiting();
	};

	const startWaiting = () => {
		const next = tokenizer.wait();
		if (next === wait) {
			return;
		}

		wait = next;
		clearTimeout(timer);
		if (next === undefined) {
			return;
		}

		timer = setTimeout(() => {
			// What came while the program was busy has not been read yet: the loop reads it before it runs this.
			setImmediate(() => {
				if (wait !== next) {
					return;
				}

				wait = undefined;
				give(tokenizer.expire());
			});
		}, next.milliseconds);
		timer.unref();
	};

	// Ink would have the stream decode the bytes, in which the controls of 8 bits are lost.
	const undecoded = overrideMethod(stdin, 'setEncoding', () => () => stdin);
	return {
		stdin: overrideMethod(undecoded, 'read', read => () => {
			let piece = read();
			while (piece instanceof Uint8Array) {
				give(tokenizer.push(decode(piece)));
				piece = read();
			}

			return piece;
		}),
		close() {
			clearTimeout(timer);
			wait = undefined;
		},
	};
}
