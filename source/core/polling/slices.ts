/** Work in slices of a few milliseconds. It stops after each, so that its caller can do other work first. */
export type Slices<Result> = Generator<void, Result>;

/** Runs all slices without a stop, and returns the result. */
export function runAtOnce<Result>(work: Slices<Result>): Result {
	for (let step = work.next(); ; step = work.next()) {
		if (step.done === true) {
			return step.value;
		}
	}
}
