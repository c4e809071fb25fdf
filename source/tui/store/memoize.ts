import type {State} from './store.js';

/** A function of the state that computes anew only when one of its inputs is another one than the last time. */
export function memoize<const Inputs extends readonly unknown[], Output>(inputsOf: (state: State) => Inputs, compute: (inputs: Inputs) => Output): (state: State) => Output {
	let last: {readonly inputs: Inputs; readonly output: Output} | undefined;
	return state => {
		const inputs = inputsOf(state);
		if (last?.inputs.every((input, index) => input === inputs[index]) !== true) {
			last = {inputs, output: compute(inputs)};
		}

		return last.output;
	};
}
