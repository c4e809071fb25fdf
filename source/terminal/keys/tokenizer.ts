import {giveUp} from './give-up.js';
import type {Input} from './input.js';
import {ground, type State} from './state.js';
import {stepBroken} from './step-broken.js';
import {stepEscape, stepLate} from './step-escape.js';
import {stepGround} from './step-ground.js';
import {stepPaste, stepTail} from './step-paste.js';
import {stepSequence} from './step-sequence.js';
import {stepString} from './step-string.js';
import {goOn, type Step} from './step.js';
import type {Wait, Waiting} from './wait.js';

/** Takes the input of a terminal apart, whatever the pieces it comes in. It has no clock: its user waits for it. */
export type Tokenizer = {
	readonly push: (piece: string) => readonly Input[];
	/** The wait after which `expire` has to be called, unless another wait has begun by then. */
	readonly wait: () => Wait | undefined;
	/** Says that the wait is over: what has begun is given out as keys, or dropped where it cannot be keys. */
	readonly expire: () => readonly Input[];
};

export function createTokenizer(): Tokenizer {
	let state: State = ground;

	/** Reads text from one state to the next. What is read again comes before what follows it. */
	const read = (given: string): readonly Input[] => {
		const found: Input[] = [];
		const unread = [{text: given, at: 0}];
		for (let top = unread.at(-1); top !== undefined; top = unread.at(-1)) {
			const {text, at} = top;
			if (at === text.length) {
				unread.pop();
				continue;
			}

			const {taken, state: next, inputs, again} = stepFrom(state, text, at);
			top.at += taken;
			state = next;
			found.push(...inputs);
			if (again !== '') {
				unread.push({text: again, at: 0});
			}
		}

		return found;
	};

	return {
		push(piece) {
			const before = waitingOf(state);
			const found = read(piece);
			if (waitingOf(state) === before) {
				before?.came(piece.length);
			}

			return found;
		},
		wait: () => waitingOf(state)?.wait(),
		expire() {
			if (waitingOf(state)?.goesOn() !== false) {
				return [];
			}

			const {state: next, inputs, again} = giveUp(state);
			state = next;
			return [...inputs, ...read(again)];
		},
	};
}

/** Reads on in a state, from a place in the text. */
function stepFrom(open: State, text: string, at: number): Step {
	const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
	switch (open.kind) {
		case 'ground': {
			return stepGround(open, text, at);
		}

		case 'late': {
			return stepLate(character);
		}

		case 'escape': {
			return stepEscape(open.isDouble, character);
		}

		case 'sequence': {
			return stepSequence(open, character);
		}

		case 'string': {
			return stepString(open, character);
		}

		case 'mouse': {
			const left = open.left - bytesOf(character);
			return goOn(character.length, left > 0 ? {...open, left} : ground);
		}

		case 'paste': {
			return stepPaste(open, text.slice(at));
		}

		case 'tail': {
			return stepTail(open, text.slice(at));
		}

		case 'broken': {
			return stepBroken(open, character);
		}
	}
}

/** How many bytes of an old report of the mouse made a character: two of them can be taken for one of UTF-8, beyond column 95. */
function bytesOf(character: string): number {
	const code = character.codePointAt(0) ?? 0;
	// What is no UTF-8 became a control of 8 bits, or is replaced: it was one byte.
	return code < 0xA0 || character === '\u{FFFD}' ? 1 : (code < 0x8_00 ? 2 : 3);
}

function waitingOf(state: State): Waiting | undefined {
	return 'waiting' in state ? state.waiting : undefined;
}
