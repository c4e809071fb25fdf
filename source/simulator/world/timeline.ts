/** What is to happen when, in whole seconds of a world's own time. Nothing happens between two of them, so that it does not matter how often a world is looked at. */
export type Timeline = {
	/** Seconds since the world began. */
	readonly second: () => number;
	/** Has something done so many seconds from now, at least one; in the order planned, within a second. */
	readonly plan: (seconds: number, act: () => void) => void;
	/** Lets time pass until that second. It never goes back. */
	readonly advance: (second: number) => void;
};

/** Makes a timeline that stands at its first second. */
export function createTimeline(): Timeline {
	const agenda = new Map<number, ReadonlyArray<() => void>>();
	let now = 0;
	return {
		second: () => now,
		plan(seconds, act) {
			const due = now + Math.max(1, Math.round(seconds));
			agenda.set(due, [...(agenda.get(due) ?? []), act]);
		},
		advance(second) {
			while (now < second) {
				now += 1;
				const acts = agenda.get(now) ?? [];
				agenda.delete(now);
				for (const act of acts) {
					act();
				}
			}
		},
	};
}
