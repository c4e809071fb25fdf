const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/**
Compares names in natural order: `inst-2` comes before `inst-10`, and neither case nor accents matter.
Names that are equal so far are ordered by their exact text, so that the order is always the same.
*/
export function compareNames(one: string, other: string): number {
	if (one === other) {
		return 0;
	}

	const order = collator.compare(one, other);
	return order === 0 ? (one < other ? -1 : 1) : order;
}
