import type {FieldPlace} from './detail-view.js';
import {cursorOf, heightOf, type Page} from './page.js';
import {
	highestOf,
	showEntry,
	topOf,
	type Cursor,
} from './scroll.js';

/** Place in the page: an entry, and the first line in sight. */
type Position = {
	readonly index: number;
	readonly top: number;
};

/**
Moves the cursor by about `lines` lines, and by at least one step where there is one. A step goes from field to field, or by one line
within a field that is longer than the screen, so that all of it can be read. The page is scrolled no more than the next field
needs; with more than one line at once the cursor stays on its line of the screen instead. `height` is the number of lines in sight.
*/
export function moveCursor(page: Page, cursor: Cursor, lines: number, height: number): FieldPlace {
	const began: Position = {index: cursorOf(page, cursor), top: topOf(page, cursor, height)};
	let at = began;
	let left = Math.abs(lines);
	while (left > 0) {
		const next = step(page, at, Math.sign(lines), height);
		const isSame = next.index === at.index;
		const cost = isSame ? 1 : Math.max(1, Math.abs(startOf(page, next.index) - startOf(page, at.index)));
		// A page never goes over a line that was not in sight.
		if ((isSame && next.top === at.top) || (cost > left && at !== began)) {
			break;
		}

		left -= cost;
		at = next;
	}

	const isScrolled = Math.abs(lines) > 1 && at.index !== began.index && heightOf(page, at.index) <= height;
	return placeAt(page, isScrolled
		? {...at, top: showEntry(page, at.index, startOf(page, at.index) - Math.max(0, startOf(page, began.index) - began.top), height)}
		: at);
}

/** Goes to an entry that the search has found. It stays on its line where the match is in sight; else it comes to the upper third. */
export function goToFound(page: Page, cursor: Cursor, index: number, height: number): FieldPlace {
	const top = topOf(page, cursor, height);
	const start = startOf(page, index);
	const match = start + Math.max(0, page.entries[index]?.lines.findIndex(line => line.some(({tone}) => tone === 'found')) ?? 0);
	const isInSight = match >= top && match < top + height;
	return placeAt(page, {index, top: showEntry(page, index, isInSight ? top : match - Math.floor(height / 3), height)});
}

/** Next entry in a direction among those that were found, from the other end after the last; `index` itself where none was found. */
export function nextFound(found: readonly number[], index: number, direction: 1 | -1): number {
	return direction === 1
		? (found.find(position => position > index) ?? found[0] ?? index)
		: (found.findLast(position => position < index) ?? found.at(-1) ?? index);
}

function step(page: Page, {index, top}: Position, direction: number, height: number): Position {
	const start = startOf(page, index);
	const own = heightOf(page, index);
	const isLonger = own > height;
	if (direction > 0 && isLonger && start + own > top + height) {
		return {index, top: top + 1};
	}

	if (direction < 0 && isLonger && top > highestOf(page, index, height)) {
		return {index, top: top - 1};
	}

	const next = Math.max(0, Math.min(index + direction, page.entries.length - 1));
	return {index: next, top: next === index ? top : showEntry(page, next, top, height)};
}

function placeAt(page: Page, {index, top}: Position): FieldPlace {
	const {section = 'connection', field = 0, key} = page.entries[index] ?? {};
	return {
		section, field, key, line: startOf(page, index) - top,
	};
}

function startOf({starts}: Page, index: number): number {
	return starts[index] ?? 0;
}
