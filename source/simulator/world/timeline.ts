/**
Schedule of a world, in whole seconds of the world's own time.
Nothing happens between two seconds, so the state of a world does not depend on how often it is read.
*/
export type Timeline = {
	/** Seconds since the world began. */
	readonly second: () => number;
	/** Schedules a task in so many seconds, rounded, and at least one. Tasks of one second run in the order in which they were scheduled. */
	readonly schedule: (seconds: number, run: () => void) => void;
	/** Advances the time to a second and runs all tasks until then. An earlier second changes nothing. */
	readonly advance: (second: number) => void;
};

/** Makes a timeline at second 0. */
export function createTimeline(): Timeline {
	const scheduled = new Map<number, ReadonlyArray<() => void>>();
	let now = 0;
	return {
		second: () => now,
		schedule(seconds, run) {
			const due = now + Math.max(1, Math.round(seconds));
			scheduled.set(due, [...(scheduled.get(due) ?? []), run]);
		},
		advance(second) {
			while (now < second) {
				now += 1;
				const tasks = scheduled.get(now) ?? [];
				scheduled.delete(now);
				for (const run of tasks) {
					run();
				}
			}
		},
	};
}
