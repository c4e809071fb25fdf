import {functionKeys} from '../core/keymap/chord.js';
import {dropAnswers} from './drop-answers.js';

/**
A terminal's input in which function keys are swapped for single characters: Ink swallows their sequences, and its listeners would never hear of them. Late answers to another program's questions are taken out.
*/
export function withFunctionKeys(stdin: NodeJS.ReadStream): NodeJS.ReadStream {
	return new Proxy(stdin, {
		get(target, name) {
			if (name === 'read') {
				return (size?: number) => {
					const chunk: unknown = target.read(size);
					return typeof chunk === 'string' ? swapFunctionKeys(dropAnswers(chunk)) : chunk;
				};
			}

			const value: unknown = Reflect.get(target, name, target);
			return typeof value === 'function' ? (...given: readonly unknown[]): unknown => Reflect.apply(value, target, given) : value;
		},
	});
}

/** Swaps the sequences in a piece of input. */
export function swapFunctionKeys(input: string): string {
	let swapped = input;
	for (const {sequences, character} of functionKeys) {
		for (const sequence of sequences) {
			swapped = swapped.replaceAll(sequence, () => character);
		}
	}

	return swapped;
}
