/**
Only so many characters at the beginning are compared as a language orders them, which takes long: names that differ only behind them are
ordered by their exact text.
*/
const longestCollated = 200;

const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/**
Compares names in natural order: `inst-2` comes before `inst-10`, and neither case nor accents matter.
Names that are equal so far are ordered by their exact text, so that the order is always the same.
*/
export function compareNames(one: string, other: string): number {
	if (one === other) {
		return 0;
	}

	const order = collator.compare(beginningOf(one), beginningOf(other));
	return order === 0 ? (one < other ? -1 : 1) : order;
}

function beginningOf(name: string): string {
	return name.length > longestCollated ? name.slice(0, longestCollated) : name;
}
