import type {State} from '../store.js';

/** Makes a selector that computes its output again only when one of its inputs differs (`!==`) from that of the last call. */
export function memoize<const Inputs extends readonly unknown[], Output, Given extends readonly unknown[] = readonly [state: State]>(
	inputsOf: (...given: Given) => Inputs,
	compute: (inputs: Inputs) => Output,
): (...given: Given) => Output {
	let last: {readonly inputs: Inputs; readonly output: Output} | undefined;
	return (...given) => {
		const inputs = inputsOf(...given);
		if (last?.inputs.every((input, index) => input === inputs[index]) !== true) {
			last = {inputs, output: compute(inputs)};
		}

		return last.output;
	};
}
