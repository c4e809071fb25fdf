/** Work that stops now and then, each time after a few milliseconds, so that whoever runs it may do something else first. */
export type Slices<Result> = Generator<void, Result>;

/** Runs work to its end without a stop. */
export function runAtOnce<Result>(work: Slices<Result>): Result {
	for (let step = work.next(); ; step = work.next()) {
		if (step.done === true) {
			return step.value;
		}
	}
}
