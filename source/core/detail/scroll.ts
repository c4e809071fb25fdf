import type {Line} from '../screen/span.js';
import {clamp} from '../screen/viewport.js';
import type {Entry} from './entry.js';

/** Lines of a section that are in sight, and the numbers of lines that are out of sight above and below them. */
export type Scrolled = {
	readonly lines: ReadonlyArray<{readonly line: Line; readonly isAtCursor: boolean}>;
	readonly above: number;
	readonly below: number;
};

/**
Chooses the lines in sight so that the field under the cursor is in the middle, as far as the ends of the section allow.
Of a field that is longer than `height`, the lines from `offset` on are in sight.
*/
export function scrollTo(
	entries: readonly Entry[],
	{field, offset}: {readonly field: number; readonly offset: number},
	height: number,
): Scrolled {
	const at = clamp(field, 0, entries.length - 1);
	const all = entries.flatMap(({lines}, index) => lines.map(line => ({line, isAtCursor: index === at})));
	const start = all.findIndex(({isAtCursor}) => isAtCursor);
	const own = entries[at]?.lines.length ?? 0;
	const top = own > height
		? start + clamp(offset, 0, own - height)
		: clamp(start - Math.floor((height - own) / 2), 0, all.length - height);
	const lines = all.slice(top, top + height);
	return {lines, above: top, below: all.length - top - lines.length};
}

