import type {Input} from '../../../../source/terminal/keys/input.js';
import {createTokenizer} from '../../../../source/terminal/keys/tokenizer.js';

/** No time between two pieces, so long that all waits are over, or a number of milliseconds. */
type Pause = 'none' | 'long';

/** What was typed, joined, without what the mouse did: how many characters come at once means nothing. Keys are in angle brackets, pastes in braces. */
export function describeInputs(inputs: readonly Input[]): string {
	return inputs.map(input => describeInput(input)).join('');
}

function describeInput(input: Input): string {
	switch (input.kind) {
		case 'text': {
			return input.text;
		}

		case 'key': {
			return `<${input.chord}>`;
		}

		case 'paste': {
			return `{${input.text}}`;
		}

		case 'pointed': {
			return '';
		}
	}
}

/** Reads pieces with a pause after each, and long enough after the last one. */
export function tokenize(pieces: readonly string[], pause: Pause = 'none'): string {
	const tokenizer = createTokenizer();
	const inputs: Input[] = [];
	const passTime = () => {
		for (let wait = tokenizer.wait(); wait !== undefined; wait = tokenizer.wait()) {
			inputs.push(...tokenizer.expire());
		}
	};

	for (const piece of pieces) {
		inputs.push(...tokenizer.push(piece));
		if (pause === 'long') {
			passTime();
		}
	}

	passTime();
	return describeInputs(inputs);
}
