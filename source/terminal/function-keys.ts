import {functionKeys} from '../core/keymap/chord.js';
import {stripReplies} from './strip-replies.js';
import {overrideMethod} from './override-method.js';

/**
A terminal's input in which function keys are swapped for single characters: Ink swallows their sequences, and its listeners would never hear of them. Late answers to another program's questions are taken out.
*/
export function withFunctionKeys(stdin: NodeJS.ReadStream): NodeJS.ReadStream {
	return overrideMethod(stdin, 'read', read => (...given) => {
		const chunk = read(...given);
		return typeof chunk === 'string' ? swapFunctionKeys(stripReplies(chunk)) : chunk;
	});
}

/** Swaps the sequences in a piece of input. */
function swapFunctionKeys(input: string): string {
	let swapped = input;
	for (const {sequences, character} of functionKeys) {
		for (const sequence of sequences) {
			swapped = swapped.replaceAll(sequence, () => character);
		}
	}

	return swapped;
}
