import type {Column, ColumnId} from './columns/column.js';
import {lineWidth} from './line.js';
import type {Row} from './row.js';
import type {Signs} from './signs.js';
import {cellWidth} from './text.js';
import type {Line} from './tone.js';

/** How wide each column's widest content is, its title and the sort's arrow included. */
export type NaturalWidths = ReadonlyMap<ColumnId, number>;

/** A column as it stands on this screen. */
export type FittedColumn = {
	readonly column: Column;
	readonly width: number;
	readonly cell: (row: Row, signs: Signs) => Line;
	readonly hasTitle: boolean;
};

/** Cells before the first column, for the marker of the selection. */
export const markerWidth = 2;

/** Cells between two columns. */
export const columnGap = 2;

/** Below this width a column that can shrink to less does. */
const narrowBelow = 50;

/** Measures the rows. Widths only grow against the `former` ones, so that nothing jumps sideways between two polls. */
export function measureColumns(chosen: readonly Column[], rows: readonly Row[], signs: Signs, former?: NaturalWidths): NaturalWidths {
	return new Map(chosen.map(column => {
		let width = Math.max(cellWidth(column.title) + 1, former?.get(column.id) ?? 0);
		for (const row of rows) {
			if (width >= column.most) {
				break;
			}

			width = Math.max(width, lineWidth(column.cell(row, signs)));
		}

		return [column.id, Math.min(width, column.most)];
	}));
}

/**
Chooses the columns that have room in `width` cells and how wide each is. The lowest priority leaves first until all that stay have at least what they need to be of use; then what is left is given out, the highest priority first, to everybody's comfort before anybody's wishes. The two most important stay to the last.
*/
export function fitColumns(chosen: readonly Column[], natural: NaturalWidths, width: number): readonly FittedColumn[] {
	const room = width - markerWidth;
	const isNarrow = width < narrowBelow;
	const naturalOf = (column: Column) => isNarrow && column.narrow !== undefined ? column.narrow.width : (natural.get(column.id) ?? 0);
	const leastOf = (column: Column) => Math.min(column.least, naturalOf(column));
	const kept: Column[] = [];
	let used = -columnGap;
	for (const column of chosen.toSorted((one, other) => other.priority - one.priority)) {
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
