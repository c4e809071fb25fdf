import type {State} from './store.js';

/** Makes a selector that computes its output again only when one of its inputs differs (`!==`) from that of the last call. */
export function memoize<const Inputs extends readonly unknown[], Output>(
	inputsOf: (state: State) => Inputs,
	compute: (inputs: Inputs) => Output,
): (state: State) => Output {
	let last: {readonly inputs: Inputs; readonly output: Output} | undefined;
	return state => {
		const inputs = inputsOf(state);
		if (last?.inputs.every((input, index) => input === inputs[index]) !== true) {
			last = {inputs, output: compute(inputs)};
		}

		return last.output;
	};
}
