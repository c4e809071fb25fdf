import type {Row} from './row.js';

const natural = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/** Compares names as people count: `inst-2` before `inst-10`, case and accents aside; the exact text decides between equals, so that the order is always the same. */
export function compareNames(one: string, other: string): number {
	const byPeople = natural.compare(one, other);
	if (byPeople !== 0 || one === other) {
		return byPeople;
	}

	return one < other ? -1 : 1;
}

/** Worst first: by rank, then the latest change, then the name. A state that began before the program could see it is older than any it saw begin. */
export function compareHealth(one: Row, other: Row): number {
	if (one.rank !== other.rank) {
		return one.rank - other.rank;
	}

	const {since} = one.tracked;
	const otherSince = other.tracked.since;
	if (since.isExact !== otherSince.isExact) {
		return since.isExact ? -1 : 1;
	}

	return since.isExact && since.at !== otherSince.at
		? otherSince.at - since.at
		: compareNames(one.tracked.instance.name, other.tracked.instance.name);
}

/** The rows in the order of the screen. */
export function sortRows(rows: readonly Row[]): readonly Row[] {
	return rows.toSorted(compareHealth);
}
