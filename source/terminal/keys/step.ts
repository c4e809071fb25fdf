import {chordOfCharacter, withAlt} from '../../core/keymap/chord.js';
import {escapeKey, pressed, type Input} from './input.js';
import {
	afterEscapeKey,
	ground,
	type OpenSequence,
	type OpenString,
	type State,
} from './state.js';

/** What a part of the text does in a state. */
export type Step = {
	/** How many characters it is. What follows them is read in the next state. */
	readonly taken: number;
	readonly state: State;
	/** What is given out. */
	readonly inputs: readonly Input[];
	/** Characters that were held back. They are read in the next state, before what follows. */
	readonly again: string;
};

/** Reads on in another state. */
export function goOn(taken: number, state: State, ...inputs: readonly Input[]): Step {
	return {
		taken, state, inputs, again: '',
	};
}

/** Reads on with characters that were held back, as if nothing had been before them. */
export function readAgain(held: string): Step {
	return {
		taken: 0, state: ground, inputs: [], again: held,
	};
}

/** Gives out as keys what began like a sequence and is none, with the characters behind its introducer. */
export function asKeys({start, introducer}: OpenSequence | OpenString, rest: string, taken: number): Step {
	if (start === 'late') {
		return {
			taken, state: afterEscapeKey, inputs: [], again: introducer + rest,
		};
	}

	const withAltKey = pressed(withAlt(chordOfCharacter(introducer)));
	const inputs = {control: [], escape: [withAltKey], double: [escapeKey, withAltKey]}[start];
	return {
		taken, state: ground, inputs, again: rest,
	};
}
