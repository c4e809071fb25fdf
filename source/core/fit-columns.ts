import {columns, type Column, type ColumnId} from './columns.js';
import type {Row} from './row.js';
import type {Signs} from './signs.js';
import {cellWidth} from './text.js';
import {lineWidth} from './line.js';

/** How wide each column's widest content is, its title included. */
export type NaturalWidths = Readonly<Record<ColumnId, number>>;

/** A column with the width it gets on this screen. */
export type FittedColumn = {
	readonly column: Column;
	readonly width: number;
};

/** Cells before the first column, for the marker of the selection. */
export const markerWidth = 2;

/** Cells between two columns. */
export const columnGap = 2;

/** Measures the rows. Widths only grow against the `former` ones, so that nothing jumps sideways between two polls. */
export function measureColumns(rows: readonly Row[], signs: Signs, former?: NaturalWidths): NaturalWidths {
	const widthOf = (column: Column) => {
		let width = Math.max(cellWidth(column.title), former?.[column.id] ?? 0);
		for (const row of rows) {
			width = width < column.most ? Math.max(width, lineWidth(column.cell(row, signs))) : column.most;
		}

		return Math.min(width, column.most);
	};

	return Object.fromEntries(columns.map(column => [column.id, widthOf(column)])) as NaturalWidths;
}

/**
Chooses the columns that have room in `width` cells and how wide each is. The lowest priority leaves first until all that stay have at least what they need to be of use; then what is left is given out, the highest priority first, to everybody's comfort before anybody's wishes. State and name stay to the last.
*/
export function fitColumns(natural: NaturalWidths, width: number): readonly FittedColumn[] {
	const room = width - markerWidth;
	const leastOf = (column: Column) => Math.min(column.least, natural[column.id]);
	const byPriority = columns.toSorted((one, other) => other.priority - one.priority);
	const kept: Column[] = [];
	let used = -columnGap;
	for (const column of byPriority) {
		const needed = leastOf(column) + columnGap;
		if (kept.length > 1 && used + needed > room) {
			break;
		}

		kept.push(column);
		used += needed;
	}

	let left = Math.max(0, room - used);
	const widths = new Map(kept.map(column => [column.id, leastOf(column)]));
	for (const wish of ['comfort', 'most'] as const) {
		for (const column of kept) {
			const given = widths.get(column.id) ?? 0;
			const extra = Math.max(0, Math.min(left, Math.min(natural[column.id], column[wish]) - given));
			widths.set(column.id, given + extra);
			left -= extra;
		}
	}

	return columns.flatMap(column => {
		const fitted = widths.get(column.id);
		return fitted === undefined ? [] : [{column, width: fitted}];
	});
}
