import {mask} from '../text/secret.js';

/** Part of a text that is secret, from its first character up to the one after its last. */
export type Range = {
	readonly from: number;
	readonly to: number;
};

/** Puts one mask in the place of each range. Ranges that overlap or touch become one. */
export function maskRanges(text: string, ranges: readonly Range[]): string {
	let masked = '';
	let end = 0;
	let isOpen = false;
	for (const {from, to} of ranges.toSorted((one, other) => one.from - other.from)) {
		if (isOpen && from <= end) {
			end = Math.max(end, to);
			continue;
		}

		masked += text.slice(end, from) + mask;
		end = to;
		isOpen = true;
	}

	return masked + text.slice(end);
}
