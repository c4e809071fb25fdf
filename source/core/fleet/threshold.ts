/**
A range in the convention of monitoring plugins. Values outside the range alert, or values inside it (`isInside`) where the range
began with `@`. Both ends belong to the range. With `isShare` its values are percents of the whole, otherwise numbers of instances.
*/
export type Threshold = {
	readonly from: number;
	readonly to: number;
	readonly isInside: boolean;
	readonly isShare: boolean;
};

/** Whether `count` of `total` instances alert; none of none is a share of 0 %. */
export function isAlert({from, to, isInside, isShare}: Threshold, count: number, total: number): boolean {
	const value = isShare ? (total === 0 ? 0 : (100 * count) / total) : count;
	return isInside === (value >= from && value <= to);
}

/** Writes the range in the convention's notation. Shares become numbers of instances, since performance data has one unit. */
export function describeThreshold({from, to, isInside, isShare}: Threshold, total: number): string {
	const write = (bound: number) => String(isShare ? Math.round(bound * total) / 100 : bound);
	const start = from === -Infinity ? '~:' : (from === 0 && to !== Infinity ? '' : `${write(from)}:`);
	return `${isInside ? '@' : ''}${start}${to === Infinity ? '' : write(to)}`;
}
