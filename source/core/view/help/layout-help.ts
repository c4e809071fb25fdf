import type {Keymap} from '../../keymap/bindings.js';
import type {BodyView} from '../../keymap/places.js';
import {
	footerRows,
	headerRows,
	type Box,
	type Size,
} from '../../screen/geometry.js';
import {fitLine, wrapLine} from '../../screen/line.js';
import {span, type Line} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import {helpParts, type HelpPart} from './blocks.js';
import {alignBlock} from './align-block.js';
import {flowBlock, tableBlock} from './layout-block.js';

/** Help: its lines, the part of the screen that they have, and which of them have what is looked for. */
export type HelpLayout = Box & {
	readonly lines: readonly Line[];
	readonly found: readonly number[];
};

/** What the help is laid out for: the screen, the view that it was opened from, the symbols, the keys, and the text that is looked for. */
export type HelpFor = {
	readonly size: Size;
	readonly here: BodyView;
	readonly symbols: Symbols;
	readonly keymap: Keymap;
	readonly find: string;
};

/** Cells before each line: the marker of a match, and a gap. */
export const helpMargin = 2;

/** So many pages are few enough to be read: what takes more is laid out more closely. */
const mostPages = 3;

/** The narrowest columns in which entries have lines of their own, or make paragraphs. */
const narrowestTable = 46;
const narrowestParagraph = 76;
const columnGap = 3;

/** The narrowest columns in which blocks stand beside their titles. */
const narrowestAligned = 66;

/**
Lays out all that the help tells: as a table where that fits on one page, else as blocks beside their titles; as paragraphs where the screen
is too narrow for those. Texts wrap, and nothing is cut. No line is wider than the screen without the margin.
*/
export function layoutHelp({size: {columns, rows}, here, symbols, keymap, find}: HelpFor): HelpLayout {
	const height = Math.max(1, rows - headerRows - footerRows);
	const inner = Math.max(1, columns - helpMargin);
	const parts = helpParts(here, symbols, keymap);
	const table = layoutTable(parts, inner, find);
	const lines = table.length <= height ? table : layoutClosely(parts, inner, {find, height});
	const found = lines.flatMap((line, index) => line.some(({tone}) => tone === 'found') ? [index] : []);
	return {
		lines, found, width: columns, height,
	};
}

/** Each entry on a line of its own. */
function layoutTable(parts: readonly HelpPart[], width: number, find: string): readonly Line[] {
	return inColumns(width, narrowestTable, own => parts.flatMap(({title, blocks}) => blocks.map((block, index) => [
		...index === 0 ? titleLines(title, own) : [],
		...tableBlock(block, own, find),
		[],
	])));
}

function layoutClosely(parts: readonly HelpPart[], width: number, options: {
	readonly find: string;
	readonly height: number;
}): readonly Line[] {
	return width < narrowestAligned ? layoutParagraphs(parts, width, options) : layoutAligned(parts, width, options);
}

/** How far apart blocks are, from the roomiest on: a blank line after each, after the last one of each part, or none. */
const distances = ['blocks', 'parts', 'none'] as const;

/** Blocks beside their titles, with as many blank lines between them as make no page more. */
function layoutAligned(parts: readonly HelpPart[], width: number, {find, height}: {
	readonly find: string;
	readonly height: number;
}): readonly Line[] {
	const lay = (distance: (typeof distances)[number], own: number) => parts.flatMap(({title, blocks}) => blocks.map((block, index) => [
		...index === 0 ? titleLines(title, own) : [],
		...alignBlock(block, own, find),
		...distance === 'blocks' || (distance === 'parts' && index === blocks.length - 1) ? [[]] : [],
	]));
	const laid = distances.map(distance => inColumns(width, narrowestAligned, own => lay(distance, own)));
	const pagesOf = (lines: readonly Line[]) => Math.ceil(lines.length / height);
	const fewest = Math.min(...laid.map(lines => pagesOf(lines)));
	return laid.find(lines => pagesOf(lines) === fewest) ?? [];
}

/** How full a last line may be for a block to begin on it, where blocks are close, and where they have to be closer. */
const closeness = [1 / 2, 4 / 5];

/**
The entries of a block after each other. Where that brings all onto so few pages as can be read, blocks are close: one begins on a last
line that has room.
*/
function layoutParagraphs(parts: readonly HelpPart[], width: number, {find, height}: {
	readonly find: string;
	readonly height: number;
}): readonly Line[] {
	const most = mostPages * height;
	const roomy = inColumns(width, narrowestParagraph, own => parts.flatMap(({title, blocks}) => blocks.map((block, index) => [
		...index === 0 ? titleLines(title, own) : [],
		...flowBlock(block, own, find),
		...index === blocks.length - 1 ? [[]] : [],
	])));
	if (roomy.length <= most) {
		return roomy;
	}

	const closely = closeness.map(fullest => () => inColumns(width, narrowestParagraph, own => parts.map(({title, blocks}) => {
		const lines: Line[] = [...titleLines(title, own)];
		for (const [index, block] of blocks.entries()) {
			lines.push(...flowBlock(block, own, find, {start: index === 0 ? undefined : lines.pop(), fullest}));
		}

		return lines;
	})));
	return closely.values().map(lay => lay()).find(lines => lines.length <= most) ?? roomy;
}

function titleLines(title: string, width: number): readonly Line[] {
	return title === '' ? [] : wrapLine([span(title, 'title')], width);
}

/** Puts the pieces into columns of at least so many cells, in their order, so that the longest column is as short as can be. */
function inColumns(width: number, narrowest: number, layout: (own: number) => ReadonlyArray<readonly Line[]>): readonly Line[] {
	const count = Math.max(1, Math.floor((width + columnGap) / (narrowest + columnGap)));
	const own = count === 1 ? width : Math.floor((width + columnGap) / count) - columnGap;
	const pieces = layout(own);
	const all = pieces.flat().length;
	let height = count === 1 ? all : Math.max(Math.floor(all / count) - pieces.length, ...pieces.map(piece => piece.length));
	let columns = divide(pieces, height);
	while (columns.length > count) {
		height++;
		columns = divide(pieces, height);
	}

	return Array.from({length: Math.max(...columns.map(column => column.length))}, (_, row): Line => columns.flatMap((column, index): Line => {
		const isLast = columns.slice(index + 1).every(other => (other[row] ?? []).length === 0);
		return isLast ? column[row] ?? [] : fitLine(column[row] ?? [], own + columnGap, '');
	}));
}

/** Fills columns of at most so many lines. A blank line at the end of a column counts for nothing. */
function divide(pieces: ReadonlyArray<readonly Line[]>, height: number): ReadonlyArray<readonly Line[]> {
	const columns: Line[][] = [[]];
	for (const piece of pieces) {
		const last = columns.at(-1) ?? [];
		if (last.length > 0 && last.length + withoutBlank(piece).length > height) {
			columns.push([...piece]);
		} else {
			last.push(...piece);
		}
	}

	return columns.map(column => withoutBlank(column));
}

function withoutBlank(lines: readonly Line[]): readonly Line[] {
	return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}
