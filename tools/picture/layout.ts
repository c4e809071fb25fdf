import type {Box} from './shapes.js';

export const fontFamily = 'DejaVu Sans Mono';

export const cellWidth = 10;
export const cellHeight = 20;

/** Bare paper around the screen, so that the first column does not stick to the edge. */
export const margin = 10;

/** Every glyph of the font is 1233 of 2048 units wide; at this size that is one cell. */
export const fontSize = cellWidth * 2048 / 1233;

/** Of a cell's 20 pixels, where letters stand: the font needs 15.4 above and 3.9 below. */
export const baseline = 16;
export const underlineTop = 18;
export const strikeTop = 10;

/** The place of a cell that is `width` columns wide. */
export function placeCell(row: number, column: number, width: number): Box {
	return {
		x: margin + (column * cellWidth),
		y: margin + (row * cellHeight),
		width: width * cellWidth,
		height: cellHeight,
	};
}
