/**
Work in small steps, of a few milliseconds at most. It stops after each, so that its caller can do other work first, as often as it likes.
*/
export type Slices<Result> = Generator<void, Result>;

/** Runs all slices without a stop, and returns the result. */
export function runAtOnce<Result>(work: Slices<Result>): Result {
	for (let step = work.next(); ; step = work.next()) {
		if (step.done === true) {
			return step.value;
		}
	}
}
