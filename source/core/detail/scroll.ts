import type {Line} from '../screen/span.js';
import {clamp} from '../screen/viewport.js';
import type {DetailView} from './detail-view.js';
import {
	cursorOf,
	heightOf,
	isFirst,
	titleOf,
	titleRows,
	type Page,
} from './page.js';

/** Line of the page that is in sight. A title is at the left of all that the cursor walks over. */
type ScrolledLine = {
	readonly line: Line;
	readonly kind: 'title' | 'blank' | 'field';
	readonly isAtCursor: boolean;
};

/** Lines of the page that are in sight, and the numbers of lines that are out of sight above and below them. */
export type Scrolled = {
	readonly lines: readonly ScrolledLine[];
	readonly above: number;
	readonly below: number;
};

export type Cursor = Pick<DetailView, 'section' | 'key' | 'field' | 'line'>;

/**
The first line in sight. The field under the cursor is on its line of the screen, whatever grows or shrinks above it; or else its section
has its title at the top. Where that would leave the field out of sight, or lines empty at the end of the page, it gives way.
*/
export function topOf(page: Page, cursor: Cursor, height: number): number {
	const index = cursorOf(page, cursor);
	const start = page.starts[index] ?? 0;
	const title = (page.starts[page.spans.get(cursor.section)?.first ?? 0] ?? 0) - titleRows;
	return showEntry(page, index, cursor.line === undefined ? title : start - cursor.line, height);
}

/**
The first line in sight that is nearest to `top` and has an entry in sight: all of it, with the title of its section where it is the first;
of one that is longer than the screen nothing but lines of its own, and the title above them where it is the first.
*/
export function showEntry(page: Page, index: number, top: number, height: number): number {
	const start = page.starts[index] ?? 0;
	const own = heightOf(page, index);
	const toEnd = start + own - height;
	const highest = own > height ? highestOf(page, index, height) : start;
	const lead = isFirst(page, index) && own + titleRows <= height ? titleRows : 0;
	return clamp(clamp(top, Math.min(highest, toEnd), Math.max(start - lead, toEnd)), 0, Math.max(0, page.length - height));
}

/** The first line in sight at the beginning of a field that is longer than the screen: the title of its section, where it is the first. */
export function highestOf(page: Page, index: number, height: number): number {
	return (page.starts[index] ?? 0) - (isFirst(page, index) && height > titleRows ? titleRows : 0);
}

/** Chooses the lines in sight. */
export function scrollTo(page: Page, cursor: Cursor, height: number): Scrolled {
	const top = topOf(page, cursor, height);
	const at = cursorOf(page, cursor);
	const end = top + height;
	const lines: ScrolledLine[] = [];
	for (let index = firstInSight(page, top); index < page.entries.length; index++) {
		const entry = page.entries[index];
		const start = page.starts[index] ?? 0;
		const blanks = index === 0 || !isFirst(page, index) ? 0 : page.gap;
		const from = start - (isFirst(page, index) ? titleRows + blanks : 0);
		if (entry === undefined || from >= end) {
			break;
		}

		for (let line = Math.max(from, top); line < Math.min(end, start + entry.lines.length); line++) {
			lines.push(line >= start
				? {line: entry.lines[line - start] ?? [], kind: 'field', isAtCursor: index === at}
				: (line < start - titleRows
					? {line: [], kind: 'blank', isAtCursor: false}
					: {line: titleOf(entry.section), kind: 'title', isAtCursor: false}));
		}
	}

	return {lines, above: top, below: Math.max(0, page.length - end)};
}

/** The first entry that ends below a line, found by halving: a page has as many as the JSON has lines. */
function firstInSight(page: Page, top: number): number {
	let low = 0;
	let high = page.entries.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if ((page.starts[middle] ?? 0) + heightOf(page, middle) > top) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}

	return low;
}
