/** The median of some runs, and between which values they lay. */
export type Spread = {
	readonly median: number;
	/** Of more than ten runs the tenth at each end does not count, so that one hiccup of the machine is not taken for the spread. */
	readonly lowest: number;
	readonly highest: number;
	readonly runs: number;
};

/** Returns the value below which the given share of the list lies, from 0 to 1; NaN for an empty list. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Returns the spread of the values of some runs; all NaN without any. */
export function spreadOf(values: readonly number[]): Spread {
	const sorted = values.toSorted((one, other) => one - other);
	const left = sorted.length > 10 ? Math.floor(sorted.length / 10) : 0;
	return {
		median: quantile(sorted, 0.5),
		lowest: sorted[left] ?? NaN,
		highest: sorted.at(-1 - left) ?? NaN,
		runs: sorted.length,
	};
}

/** Whether two spreads differ by more than their runs do: the median of each lies outside the other. */
export function areApart(one: Spread, other: Spread): boolean {
	return !isWithin(one.median, other) && !isWithin(other.median, one);
}

/** Whether a value lies in a spread. */
export function isWithin(value: number, {lowest, highest}: Spread): boolean {
	return lowest <= value && value <= highest;
}
