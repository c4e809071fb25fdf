import type {Cell} from '../../test/helpers/cell.js';
import {
	chooseFont,
	describeFace,
	type Faces,
	type Fallback,
} from './faces.js';
import {
	baseline,
	cellHeight,
	cellWidth,
	fontFamily,
	fontSize,
	margin,
	placeCell,
	strikeTop,
	underlineTop,
} from './layout.js';
import {chooseColours, type Palette} from './palette.js';
import type {ScreenContent} from './read-screen.js';
import {drawRectangle, drawShape, type Box} from './shapes.js';

export type DrawOptions = {
	readonly palette: Palette;
	readonly faces: Faces;
	readonly fallbacks?: readonly Fallback[];
};

/** A part of one cell's drawing. The pieces of a row that have the same attributes become one element. */
type Piece =
	| {readonly kind: 'path'; readonly attributes: string; readonly path: string}
	| {readonly kind: 'text'; readonly attributes: string; readonly x: number; readonly y: number; readonly text: string};

/** Draw the screen as an SVG, in which every character is at the x of its column, whatever font the viewer has. */
export function drawSvg(content: ScreenContent, options: DrawOptions): string {
	return frameSvg(content, options.palette, drawRows(content, options).flat());
}

/** Draw each row of the screen, as elements of an SVG. */
export function drawRows({rows, cursor}: ScreenContent, {palette, faces, fallbacks = []}: DrawOptions): ReadonlyArray<readonly string[]> {
	return rows.map((cells, row) => {
		const shown = cursor.visible && cursor.row === row ? showCursor(cells, cursor.column) : cells;
		const backgrounds = shown.flatMap((cell, column) => drawBackground(cell, placeCell(row, column, cell.width), palette));
		const glyphs = shown.flatMap((cell, column) => drawGlyph(cell, placeCell(row, column, cell.width), {palette, faces, fallbacks}));
		return groupPieces([...backgrounds, ...glyphs]);
	});
}

/** Make the SVG of these elements, as large as a screen and with its background. */
export function frameSvg({rows}: Pick<ScreenContent, 'rows'>, palette: Palette, elements: readonly string[]): string {
	const columns = Math.max(0, ...rows.map(row => row.length));
	const width = (columns * cellWidth) + (2 * margin);
	const height = (rows.length * cellHeight) + (2 * margin);
	const size = `width="${width}" height="${height}"`;
	const font = `font-family="'${fontFamily}', monospace" font-size="${fontSize.toFixed(4)}"`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}" ${font}>`,
		`<rect ${size} fill="${palette.background}"/>`,
		...elements,
		'</svg>',
		'',
	].join('\n');
}

// A block cursor inverts the cell under it. A cursor past the last column is shown on the last.
function showCursor(cells: readonly Cell[], column: number): readonly Cell[] {
	const place = Math.min(column, cells.length - 1);
	return cells.map((cell, index) => index === place ? {...cell, inverse: !cell.inverse} : cell);
}

function drawBackground(cell: Cell, {x, y, width, height}: Box, palette: Palette): readonly Piece[] {
	const {background} = chooseColours(cell, palette);
	if (cell.width === 0 || background === palette.background) {
		return [];
	}

	return [{kind: 'path', attributes: `shape-rendering="crispEdges" fill="${background}"`, path: drawRectangle(x, y, width, height)}];
}

function drawGlyph(cell: Cell, box: Box, {palette, faces, fallbacks = []}: DrawOptions): readonly Piece[] {
	if (cell.width === 0 || cell.hidden) {
		return [];
	}

	const {foreground} = chooseColours(cell, palette);
	const fill = `fill="${foreground}"`;
	const line = (top: number): Piece => ({kind: 'path', attributes: fill, path: drawRectangle(box.x, box.y + top, box.width, 1)});
	return [
		...cell.char.trim() === '' ? [] : [drawCharacter(cell, box, fill, {faces, fallbacks})],
		...cell.underline ? [line(underlineTop)] : [],
		...cell.strike ? [line(strikeTop)] : [],
	];
}

function drawCharacter(cell: Cell, box: Box, fill: string, {faces, fallbacks}: Required<Omit<DrawOptions, 'palette'>>): Piece {
	const shape = drawShape(cell.char, box);
	if (shape !== undefined) {
		return {kind: 'path', attributes: shape.opacity === 1 ? fill : `${fill} fill-opacity="${shape.opacity}"`, path: shape.path};
	}

	const chosen = chooseFont(cell, faces, fallbacks);
	if (chosen === undefined) {
		return {kind: 'path', attributes: `${fill} fill-rule="evenodd"`, path: drawFrame(box)};
	}

	// The font's glyphs are one column wide. In a wider cell they are centred, as those of a fallback are in any.
	const isFace = typeof chosen === 'string';
	const isCentred = cell.width > 1 || !isFace;
	const font = isFace ? describeFace(chosen) : ` font-family="'${chosen.family}'"`;
	return {
		kind: 'text',
		attributes: `${fill}${font}${isCentred ? ' text-anchor="middle"' : ''}`,
		x: isCentred ? box.x + (box.width / 2) : box.x,
		y: box.y + baseline,
		text: cell.char,
	};
}

// A character that the font lacks is shown as an empty frame.
function drawFrame({x, y, width, height}: Box): string {
	return drawRectangle(x + 1, y + 3, width - 2, height - 6) + drawRectangle(x + 2, y + 4, width - 4, height - 8);
}

// A cluster has an element of its own. In a shared one its second character would take the position of the next cell.
function groupPieces(pieces: readonly Piece[]): readonly string[] {
	const groups = Map.groupBy(pieces, piece => {
		const isCluster = piece.kind === 'text' && piece.text.length > 1;
		return `${piece.kind} ${piece.attributes}${isCluster ? ` ${piece.x}` : ''}`;
	});
	return Array.from(groups.values(), group => drawGroup(group));
}

function drawGroup(group: readonly Piece[]): string {
	const attributes = group[0]?.attributes ?? '';
	const path = group.map(piece => piece.kind === 'path' ? piece.path : '').join('');
	if (path !== '') {
		return `<path ${attributes} d="${path}"/>`;
	}

	const texts = group.filter(piece => piece.kind === 'text');
	const xs = texts.map(({x}) => x).join(' ');
	const text = texts.map(({text}) => escapeMarkup(text)).join('');
	return `<text ${attributes} x="${xs}" y="${texts[0]?.y ?? 0}">${text}</text>`;
}

function escapeMarkup(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
