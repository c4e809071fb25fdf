import {
	eraStart,
	lastLook,
	runsOf,
	type Coverage,
	type Run,
} from './coverage.js';

/** The time of a look by the wall clock, in its era. */
export type Sighting = {
	readonly at: number;
	readonly era: number;
};

/** When an instance was not seen though its account was watched. */
export type Unseen = {
	/** The last look that showed it, where that is not the last look at its account: it is gone, or its item cannot be read. */
	readonly lastSeen: Sighting | undefined;
	/** Such times that are over, oldest first, each with its era. */
	readonly unseen: ReadonlyArray<Run & {readonly era: number}>;
};

/**
The coverage of one instance: that of its account without the times in which the instance itself was not seen, since its item could not be
read or it was gone. It ends at the last look that showed the instance.
*/
export function ownCoverage({unseen, lastSeen}: Unseen, coverage: Coverage): Coverage {
	const {era} = coverage;
	const gaps: readonly Run[] = unseen.filter(gap => gap.era === era);
	if (gaps.length === 0 && lastSeen === undefined) {
		return coverage;
	}

	const at = lastSeen === undefined ? lastLook(coverage) : (lastSeen.era === era ? lastSeen.at : eraStart(coverage));
	const seen = lastSeen === undefined ? gaps : [...gaps, {from: at, to: Infinity}];
	const runs = runsOf(coverage).flatMap(run => cutRun(run, seen));
	return {
		...coverage, past: runs.slice(0, -1), run: runs.at(-1) ?? {from: at, to: at}, at,
	};
}

/** Time of the last look that showed an instance, given the coverage of its account. No time is counted for it beyond. */
export function lastSeenAt(unseen: Unseen, coverage: Coverage): number {
	return lastLook(ownCoverage(unseen, coverage));
}

/** The parts of a run that lie outside the gaps, which are in the order of time. */
function cutRun(run: Run, gaps: readonly Run[]): readonly Run[] {
	const parts: Run[] = [];
	let {from} = run;
	for (const gap of gaps) {
		if (gap.from >= from && gap.from <= run.to) {
			parts.push({from, to: gap.from});
		}

		from = Math.max(from, gap.to);
	}

	return from <= run.to ? [...parts, {from, to: run.to}] : parts;
}
