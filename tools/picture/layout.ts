import type {Box} from './shapes.js';

export const fontFamily = 'DejaVu Sans Mono';

export const cellWidth = 10;
export const cellHeight = 20;

/** The empty space around the screen. It keeps the first column off the edge of the picture. */
export const margin = 10;

/** The size at which a glyph is as wide as a cell: every glyph of the font is 1233 of 2048 units wide. */
export const fontSize = cellWidth * 2048 / 1233;

/** The distance of the baseline from the cell's top. The font needs 15.4 pixels above it and 3.9 below. */
export const baseline = 16;
export const underlineTop = 18;
export const strikeTop = 10;

/** Compute the place of a cell that is `width` columns wide. */
export function placeCell(row: number, column: number, width: number): Box {
	return {
		x: margin + (column * cellWidth),
		y: margin + (row * cellHeight),
		width: width * cellWidth,
		height: cellHeight,
	};
}
