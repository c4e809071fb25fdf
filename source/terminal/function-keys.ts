import {functionKeys} from '../core/keymap/chord.js';
import {stripReplies} from './strip-replies.js';
import {overrideMethod} from './override-method.js';

/**
Makes an input stream in which each function key is one character instead of an escape sequence:
Ink drops those sequences and does not pass them to its listeners. Late replies of the terminal are removed, see `stripReplies`.
*/
export function withFunctionKeys(stdin: NodeJS.ReadStream): NodeJS.ReadStream {
	return overrideMethod(stdin, 'read', read => (...given) => {
		const chunk = read(...given);
		return typeof chunk === 'string' ? replaceFunctionKeys(stripReplies(chunk)) : chunk;
	});
}

function replaceFunctionKeys(input: string): string {
	let replaced = input;
	for (const {sequences, character} of functionKeys) {
		for (const sequence of sequences) {
			replaced = replaced.replaceAll(sequence, () => character);
		}
	}

	return replaced;
}
