import type {Slices} from '../../../core/polling/slices.js';
import type {State} from '../store.js';

/** For how long the screen waits for work in slices, and who goes on with work that takes longer. */
export type Patience = {
	/** Begins a turn of work. The function that it gives tells after each step whether there is time for another one. */
	readonly begin: () => () => boolean;
	/** Runs the rest of the work between other work, and has the screen drawn anew if that has a result, which is wanted by then. */
	readonly goOn: (rest: Slices<boolean>) => void;
};

/** Waits for all work, whatever it takes. */
export const endlessPatience: Patience = {
	begin: () => () => true,
	goOn() {
		// There is no rest.
	},
};

/** Waits as long as another patience, and for so many steps at most. */
export function forSteps({begin, goOn}: Patience, most: number): Patience {
	return {
		begin() {
			const isTimeLeft = begin();
			let steps = 0;
			return () => ++steps < most && isTimeLeft();
		},
		goOn,
	};
}

/** A selector whose output may take long to compute. */
export type SlicedSelector<Output> = {
	/**
	Gives the output for a state. Where computing it takes longer than the screen waits, it is the last one that was computed; the
	state's own is computed meanwhile, unless that of another state is asked for first.
	*/
	readonly read: (state: State) => Output;
	/** Computes the output for a state before it is asked for. */
	readonly ahead: (state: State) => Slices<void>;
};

/**
Makes a selector that computes its output again only when one of its inputs differs (`!==`) from those of its last two outputs: a poll asks
for the output before and after it. `compute` gets the last output, of which it may use parts again. With `initial` the first output is not
waited for any longer than another: meanwhile it is that one.
*/
export function memoizeInSlices<const Inputs extends readonly unknown[], Output>(
	inputsOf: (state: State) => Inputs,
	compute: (inputs: Inputs, last: Output | undefined) => Slices<Output>,
	{begin, goOn}: Patience,
	initial?: {readonly output: Output},
): SlicedSelector<Output> {
	type Computed = {readonly inputs: Inputs; readonly output: Output};
	let computed: readonly Computed[] = [];
	let running: Inputs | undefined;

	const find = (inputs: Inputs) => computed.find(one => isSame(one.inputs, inputs));
	const keep = (inputs: Inputs, output: Output) => {
		computed = [{inputs, output}, ...computed.slice(0, 1)];
	};

	function * finish(inputs: Inputs, work: Slices<Output>): Slices<boolean> {
		while (running === inputs) {
			const step = work.next();
			if (step.done === true) {
				running = undefined;
				keep(inputs, step.value);
				return true;
			}

			yield;
		}

		return false;
	}

	return {
		read(state) {
			const inputs = inputsOf(state);
			const found = find(inputs);
			const [last] = computed;
			if (found !== undefined) {
				return found.output;
			}

			const meanwhile = last ?? initial;
			if (meanwhile !== undefined && running !== undefined && isSame(running, inputs)) {
				return meanwhile.output;
			}

			const work = compute(inputs, last?.output);
			running = undefined;
			const isTimeLeft = begin();
			for (let step = work.next(); ; step = work.next()) {
				if (step.done === true) {
					keep(inputs, step.value);
					return step.value;
				}

				if (meanwhile !== undefined && !isTimeLeft()) {
					running = inputs;
					goOn(finish(inputs, work));
					return meanwhile.output;
				}
			}
		},
		* ahead(state) {
			const inputs = inputsOf(state);
			if (find(inputs) === undefined) {
				keep(inputs, yield * compute(inputs, computed[0]?.output));
			}
		},
	};
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
	return one.every((input, index) => input === other[index]);
}
