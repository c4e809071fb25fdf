import type {Cell} from '../../test/helpers/cell.js';
import {chooseFace, describeFace, type Faces} from './faces.js';
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
import {paintCell, type Palette} from './palette.js';
import {drawRectangle, drawShape, type Box} from './shapes.js';

/** The screen to draw, as the emulator holds it. */
export type Picture = {
	readonly rows: ReadonlyArray<readonly Cell[]>;
	readonly cursor: {readonly row: number; readonly column: number; readonly visible: boolean};
};

export type DrawOptions = {
	readonly palette: Palette;
	readonly faces: Faces;
};

/** A piece of one cell. Those of one row with the same attributes become one element. */
type Piece =
	| {readonly kind: 'path'; readonly attributes: string; readonly path: string}
	| {readonly kind: 'text'; readonly attributes: string; readonly x: number; readonly y: number; readonly text: string};

/** Draw the screen as an SVG, with every character at its own column whatever font it is shown in. */
export function drawPicture({rows, cursor}: Picture, {palette, faces}: DrawOptions): string {
	const columns = Math.max(0, ...rows.map(row => row.length));
	const width = (columns * cellWidth) + (2 * margin);
	const height = (rows.length * cellHeight) + (2 * margin);
	const elements = rows.flatMap((cells, row) => {
		const shown = cursor.visible && cursor.row === row ? showCursor(cells, cursor.column) : cells;
		const papers = shown.flatMap((cell, column) => drawPaper(cell, placeCell(row, column, cell.width), palette));
		const glyphs = shown.flatMap((cell, column) => drawGlyph(cell, placeCell(row, column, cell.width), {palette, faces}));
		return joinPieces([...papers, ...glyphs]);
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'${fontFamily}', monospace" font-size="${fontSize.toFixed(4)}">`,
		`<rect width="${width}" height="${height}" fill="${palette.background}"/>`,
		...elements,
		'</svg>',
		'',
	].join('\n');
}

// A block cursor is the cell under it turned round; past the last column it waits on the last.
function showCursor(cells: readonly Cell[], column: number): readonly Cell[] {
	const place = Math.min(column, cells.length - 1);
	return cells.map((cell, index) => index === place ? {...cell, inverse: !cell.inverse} : cell);
}

function drawPaper(cell: Cell, box: Box, palette: Palette): readonly Piece[] {
	const {paper} = paintCell(cell, palette);
	return cell.width === 0 || paper === palette.background ? [] : [{kind: 'path', attributes: `shape-rendering="crispEdges" fill="${paper}"`, path: drawRectangle(box.x, box.y, box.width, box.height)}];
}

function drawGlyph(cell: Cell, box: Box, {palette, faces}: DrawOptions): readonly Piece[] {
	if (cell.width === 0 || cell.hidden) {
		return [];
	}

	const {ink} = paintCell(cell, palette);
	const line = (top: number): Piece => ({kind: 'path', attributes: `fill="${ink}"`, path: drawRectangle(box.x, box.y + top, box.width, 1)});
	return [
		...cell.char.trim() === '' ? [] : [drawCharacter(cell, box, ink, faces)],
		...cell.underline ? [line(underlineTop)] : [],
		...cell.strike ? [line(strikeTop)] : [],
	];
}

function drawCharacter(cell: Cell, box: Box, ink: string, faces: Faces): Piece {
	const fill = `fill="${ink}"`;
	const shape = drawShape(cell.char, box);
	if (shape !== undefined) {
		return {kind: 'path', attributes: shape.opacity === 1 ? fill : `${fill} fill-opacity="${shape.opacity}"`, path: shape.path};
	}

	const face = chooseFace(cell, faces);
	if (face === undefined) {
		return {kind: 'path', attributes: `${fill} fill-rule="evenodd"`, path: drawMissing(box)};
	}

	// The font's glyphs are one cell wide: in a wider cell they stand in the middle.
	const isWide = cell.width > 1;
	return {
		kind: 'text',
		attributes: `${fill}${describeFace(face)}${isWide ? ' text-anchor="middle"' : ''}`,
		x: isWide ? box.x + (box.width / 2) : box.x,
		y: box.y + baseline,
		text: cell.char,
	};
}

// An empty frame stands for a character the font lacks.
function drawMissing({x, y, width, height}: Box): string {
	return drawRectangle(x + 1, y + 3, width - 2, height - 6) + drawRectangle(x + 2, y + 4, width - 4, height - 8);
}

// A cluster has an element to itself, or its second character would take the column meant for the next cell.
function joinPieces(pieces: readonly Piece[]): readonly string[] {
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
