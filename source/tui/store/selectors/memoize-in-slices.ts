import type {Slices} from '../../../core/polling/slices.js';
import type {State} from '../store.js';

/** For how long the screen waits for work in slices, and who goes on with work that takes longer. */
export type Patience = {
	/** Begins a turn of work. The function that it gives tells after each step whether there is time for another one. */
	readonly begin: () => () => boolean;
	/** Runs the rest of the work between other work, and then takes its result, in a turn in which it is drawn as well. */
	readonly goOn: (rest: Slices<Take>) => void;
};

/** Makes a result that of its selector, unless another one is wanted by now; gives whether it does, so that the screen has to be drawn. */
export type Take = () => boolean;

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
	Gives the output for a state. Where computing it takes longer than the screen waits, it is the last one that was given; the state's own
	is computed meanwhile, unless that of another state is asked for first.
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
	/** The last one that was asked for and there. One that was computed later may be of a state before it. */
	let given: Computed | undefined;
	let running: Inputs | undefined;

	const find = (inputs: Inputs) => computed.find(one => isSame(one.inputs, inputs));
	const keep = (inputs: Inputs, output: Output): Computed => {
		const kept = {inputs, output};
		computed = [kept, ...computed.slice(0, 1)];
		return kept;
	};

	const takeWanted = (inputs: Inputs, output: Output): Take => () => {
		const isWanted = running === inputs;
		if (isWanted) {
			running = undefined;
			keep(inputs, output);
		}

		return isWanted;
	};

	function * finish(inputs: Inputs, work: Slices<Output>): Slices<Take> {
		while (running === inputs) {
			const step = work.next();
			if (step.done === true) {
				return takeWanted(inputs, step.value);
			}

			yield;
		}

		return () => false;
	}

	return {
		read(state) {
			const inputs = inputsOf(state);
			const found = find(inputs);
			if (found !== undefined) {
				given = found;
				running = undefined;
				return found.output;
			}

			const [last] = computed;
			const meanwhile = given ?? last ?? initial;
			if (meanwhile !== undefined && running !== undefined && isSame(running, inputs)) {
				return meanwhile.output;
			}

			const work = compute(inputs, last?.output);
			running = undefined;
			const isTimeLeft = begin();
			for (let step = work.next(); ; step = work.next()) {
				if (step.done === true) {
					given = keep(inputs, step.value);
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
