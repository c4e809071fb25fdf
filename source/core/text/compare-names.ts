const natural = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/** Compares names as people count: `inst-2` before `inst-10`, case and accents aside; the exact text decides between equals, so that the order is always the same. */
export function compareNames(one: string, other: string): number {
	if (one === other) {
		return 0;
	}

	const byPeople = natural.compare(one, other);
	return byPeople === 0 ? (one < other ? -1 : 1) : byPeople;
}
