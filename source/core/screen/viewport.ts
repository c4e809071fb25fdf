/** Part of a list that is in sight: `count` items from index `top` on. `line` is the line of the selected item, from 0 at `top`. */
export type Viewport = {
	readonly top: number;
	readonly count: number;
	readonly line: number;
};

/** Former position of a list: the index of its selected item, the line that the item was on, and whether the list was at its top. */
export type Anchor = {
	readonly index: number;
	readonly line: number;
	readonly isAtTop: boolean;
};

/**
Keeps the selected item on its line as far as the ends of the list allow: no line is empty while there are items to fill it.
A list that was at its top stays there while the selected item is in sight, so that a new order does not hide the first items.
*/
export function viewport({index, line, isAtTop}: Anchor, height: number, length: number): Viewport {
	const rows = Math.max(0, height);
	const selected = clamp(index, 0, length - 1);
	const wantedTop = isAtTop && selected < rows ? 0 : selected - clamp(line, 0, rows - 1);
	const top = clamp(wantedTop, 0, length - rows);
	return {top, count: Math.min(rows, length - top), line: selected - top};
}

/**
Keeps the selected item on its line in a list that grows at its top. Items that were added above it can be out of sight,
even where the end of the list then leaves lines empty.
*/
export function growingViewport({index, line}: Pick<Anchor, 'index' | 'line'>, height: number, length: number): Viewport {
	const selected = clamp(index, 0, length - 1);
	const top = Math.max(0, selected - clamp(line, 0, height - 1));
	return {top, count: Math.max(0, Math.min(height, length - top)), line: selected - top};
}

/** Limits a number to a range. The lower bound wins where it is greater than the upper one. */
export function clamp(value: number, low: number, high: number): number {
	return Math.max(low, Math.min(value, high));
}
