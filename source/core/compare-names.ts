const natural = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/** Compares names as people count: `inst-2` before `inst-10`, case and accents aside; the exact text decides between equals, so that the order is always the same. */
export function compareNames(one: string, other: string): number {
	const byPeople = natural.compare(one, other);
	if (byPeople !== 0 || one === other) {
		return byPeople;
	}

	return one < other ? -1 : 1;
}
