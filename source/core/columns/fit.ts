import {lineWidth} from '../screen/line.js';
import type {Row} from '../fleet/row.js';
import type {Symbols} from '../screen/symbols.js';
import {cellWidth} from '../text/measure.js';
import type {Line} from '../screen/span.js';
import {titleRoom, type Column, type ColumnId} from './column.js';

/** How wide each column's widest content is, its title and the sort's arrow included. */
export type NaturalWidths = ReadonlyMap<ColumnId, number>;

/** A column as it stands on this screen. */
export type FittedColumn = {
	readonly column: Column;
	readonly width: number;
	readonly cell: (row: Row, symbols: Symbols) => Line;
	readonly hasTitle: boolean;
};

/** Cells before the first column, for the marker of the selection. */
export const markerWidth = 2;

/** Cells between two columns. */
export const columnGap = 2;

/** Below this width a column that can shrink to less does: the state's word would take the room of the time it began. */
const narrowBelow = 53;

/** So many stay when nothing else has room. */
const mostImportant = 2;

/** Measures the rows; the `former` widths stand for rows that were measured before. Widths only grow against them, so that nothing jumps sideways between two polls; where none grew, it is the former ones that come back. */
export function measureColumns(chosen: readonly Column[], rows: readonly Row[], symbols: Symbols, former?: NaturalWidths): NaturalWidths {
	const widths = new Map(chosen.map(column => {
		let width = Math.max(cellWidth(column.title) + titleRoom, former?.get(column.id) ?? 0);
		// Most cells are told apart by few texts, and measuring one is dear.
		const measured = new Set<string>();
		for (const row of rows) {
			if (width >= column.most) {
				break;
			}

			const cell = column.cell(row, symbols);
			const text = cell.map(span => span.text).join('');
			if (mostCells(text) <= width || measured.has(text)) {
				continue;
			}

			measured.add(text);
			width = Math.max(width, lineWidth(cell));
		}

		return [column.id, Math.min(width, column.most)];
	}));
	return former !== undefined && widths.entries().every(([id, width]) => former.get(id) === width) ? former : widths;
}

/**
Chooses the columns that have room in `width` cells and how wide each is. The lowest priority leaves first until all that stay have at least what they need to be of use; then what is left is given out, the highest priority first, to everybody's comfort before anybody's wishes. The two most important stay to the last, cut where they must be.
*/
export function fitColumns(chosen: readonly Column[], natural: NaturalWidths, width: number): readonly FittedColumn[] {
	const room = width - markerWidth;
	const isNarrow = width < narrowBelow;
	const naturalOf = (column: Column) => isNarrow && column.narrow !== undefined ? column.narrow.width : (natural.get(column.id) ?? 0);
	const leastOf = (column: Column) => Math.min(column.least, naturalOf(column));
	const kept: Column[] = [];
	const widths = new Map<ColumnId, number>();
	let left = room + columnGap;
	for (const column of chosen.toSorted((one, other) => other.priority - one.priority)) {
		const least = leastOf(column);
		const free = left - columnGap;
		const given = kept.length < mostImportant ? Math.min(least, free) : least;
		if (given < 1 || given > free) {
			break;
		}

		kept.push(column);
		widths.set(column.id, given);
		left = free - given;
	}

	for (const wish of ['comfort', 'most'] as const) {
		for (const column of kept) {
			const given = widths.get(column.id) ?? 0;
			const extra = Math.max(0, Math.min(left, Math.min(naturalOf(column), column[wish]) - given));
			widths.set(column.id, given + extra);
			left -= extra;
		}
	}

	return chosen.flatMap(column => {
		const fitted = widths.get(column.id);
		if (fitted === undefined) {
			return [];
		}

		const narrow = isNarrow ? column.narrow : undefined;
		return [{
			column, width: fitted, cell: narrow?.cell ?? column.cell, hasTitle: narrow === undefined,
		}];
	});
}

/** How many cells a text can take at most, found at little cost: below U+1100 no character is wide. */
function mostCells(text: string): number {
	return /[\u{1100}-\u{10FFFF}]/v.test(text) ? 2 * text.length : text.length;
}
