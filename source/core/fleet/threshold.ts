/**
A range of the monitoring plugins' convention: what lies outside of it alerts, or what lies inside where it began with `@`. Both ends belong to it. With `isShare` it is about percents of the whole.
*/
export type Threshold = {
	readonly from: number;
	readonly to: number;
	readonly isInside: boolean;
	readonly isShare: boolean;
};

/** Whether a number of instances alerts; nothing of nothing is a share of 0 %. */
export function isAlert({from, to, isInside, isShare}: Threshold, count: number, total: number): boolean {
	const value = isShare ? (total === 0 ? 0 : (100 * count) / total) : count;
	return isInside === (value >= from && value <= to);
}

/** The range as numbers of instances, in the convention's own notation: shares are worked out, since performance data has one unit. */
export function describeThreshold({from, to, isInside, isShare}: Threshold, total: number): string {
	const write = (bound: number) => String(isShare ? Math.round(bound * total) / 100 : bound);
	const start = from === -Infinity ? '~:' : (from === 0 && to !== Infinity ? '' : `${write(from)}:`);
	return `${isInside ? '@' : ''}${start}${to === Infinity ? '' : write(to)}`;
}
