/** In milliseconds: the intervals that a person steps through. */
const scale = [1000, 2000, 5000, 10_000, 30_000, 60_000];

/** The interval that each account is configured with, and by how many steps of the scale all of them were moved. */
export type Pace<Id> = {readonly configured: ReadonlyMap<Id, number>; readonly steps: number};

/**
Moves the interval of each account by one step. Each keeps its distance in steps from the interval that it is configured with, which is a
step of its own scale: where one is at an end of the scale, and another is not, it stays there until the others are as far back as they
were. Where none can move, nothing does.
*/
export function movePace<Id>(pace: Pace<Id>, by: 1 | -1): Pace<Id> {
	const moved = {...pace, steps: pace.steps + by};
	const former = intervalsOf(pace);
	return intervalsOf(moved).entries().some(([id, interval]) => interval !== former.get(id)) ? moved : pace;
}

/** The intervals in use, by which accounts are polled. */
export function intervalsOf<Id>({configured, steps}: Pace<Id>): ReadonlyMap<Id, number> {
	return new Map(configured.entries().map(([id, own]) => {
		const ownScale = [...new Set([...scale, own])].toSorted((one, other) => one - other);
		const place = Math.min(Math.max(ownScale.indexOf(own) + steps, 0), ownScale.length - 1);
		return [id, ownScale[place] ?? own];
	}));
}
