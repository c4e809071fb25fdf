import {span, type Line} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';

/** The most instances that were not connected at one time of a bucket, of those that were listed; `undefined` where nobody watched. */
export type DownCount = {readonly down: number; readonly listed: number} | undefined;

/** Draws how many of a fleet were down in each bucket, as a height: a fine line where none was. */
export function drawFleetStrip(counts: readonly DownCount[], {heights, fine, off}: Pick<Symbols, 'heights' | 'fine' | 'off'>): Line {
	return counts.map(count => {
		if (count === undefined) {
			return span(off, 'dim');
		}

		const {down, listed} = count;
		return down === 0 ? span(fine, 'fine') : span(heights[heightOf(down / Math.max(1, listed), heights.length)] ?? off, 'trouble');
	});
}

/** Place of a height, from 0: any share is seen, and all of a fleet is the highest. */
function heightOf(share: number, count: number): number {
	return Math.min(count - 1, Math.max(0, Math.ceil(share * count) - 1));
}

/** Adds up what two accounts had in each bucket: together they had at most so many down. */
export function addCounts(one: readonly DownCount[], other: readonly DownCount[]): readonly DownCount[] {
	return one.map((count, index) => {
		const more = other[index];
		return count === undefined || more === undefined
			? count ?? more
			: {down: count.down + more.down, listed: count.listed + more.listed};
	});
}
