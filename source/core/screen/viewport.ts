/** Which stretch of a list is in sight: `count` items from `top` on; `line` is the selected one's line on the screen. */
export type Viewport = {
	readonly top: number;
	readonly count: number;
	readonly line: number;
};

/** What decides where a list stands: its selected item, the line that one had, and whether the list stood at its top. */
export type Anchor = {
	readonly index: number;
	readonly line: number;
	readonly isAtTop: boolean;
};

/**
Shows the selected item on the line it had, as far as the list's ends allow: nothing is scrolled past an end while there is something to fill the screen with. A list that stood at its top stays there while the selected item is in sight, so that what comes first is never hidden by a re-order.
*/
export function viewport({index, line, isAtTop}: Anchor, height: number, length: number): Viewport {
	const rows = Math.max(0, height);
	const selected = clamp(index, 0, length - 1);
	const wanted = isAtTop && selected < rows ? 0 : selected - clamp(line, 0, rows - 1);
	const top = clamp(wanted, 0, length - rows);
	return {top, count: Math.min(rows, length - top), line: selected - top};
}

/**
Shows a list that grows at its top without moving what a reader looks at: the item stays on its line, and what came above it is out of sight, even if the end of the list leaves lines empty then.
*/
export function standingViewport({index, line}: Pick<Anchor, 'index' | 'line'>, height: number, length: number): Viewport {
	const selected = clamp(index, 0, length - 1);
	const top = Math.max(0, selected - clamp(line, 0, height - 1));
	return {top, count: Math.max(0, Math.min(height, length - top)), line: selected - top};
}

/** Holds a number between two bounds; the lower one wins where they cross. */
export function clamp(value: number, low: number, high: number): number {
	return Math.max(low, Math.min(value, high));
}
