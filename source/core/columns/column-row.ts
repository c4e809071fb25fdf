import type {FieldValue} from '../blocks/descriptor.js';
import {valueOf, type Field} from '../blocks/field.js';
import {fieldText} from '../blocks/field-text.js';
import type {Row} from '../fleet/row.js';
import type {Instance} from '../instance/instance.js';
import {wireTextAt} from '../json/wire.js';
import {span, type Line} from '../screen/span.js';
import type {Symbols} from '../screen/symbols.js';

/** Key that the rows are sorted by in a column: numbers by their value, texts in natural order. Rows without a key come last. */
export type SortKey = number | string | undefined;

/**
Row of the table of columns: a column of the grid without its id. All widths are in cells.
On a narrow screen the columns with the lowest priority are left out.
A column is at least `least` cells wide, or as wide as its content where that is less, and at most `most`.
With `comfort` cells it reads well. Cells that are left after all columns have that go to those that need more.
`narrow` is the form of the column on a very narrow screen.
*/
export type ColumnRow = {
	readonly title: string;
	readonly align: 'left' | 'right';
	readonly priority: number;
	readonly least: number;
	readonly comfort: number;
	readonly most: number;
	/** The least width on a screen whatever it shows, so that the columns beside it do not move when an instance falls. */
	readonly floor?: number;
	readonly cell: (row: Row, symbols: Symbols) => Line;
	/** Upper limit of the cells of the cell, where that is told sooner than the cell is made. */
	readonly cellsAtMost?: (row: Row) => number;
	/** Set where a text that is too long is cut in its middle instead of at its end, as a name is. */
	readonly isCutInMiddle?: true;
	readonly narrow?: {readonly width: number; readonly cell: (row: Row, symbols: Symbols) => Line};
	/** Rows with the smallest key come first. */
	readonly sortKey: (row: Row) => SortKey;
	/** Set where the first rows show the worst or the most, not the smallest value: the arrow of the sort then points down. */
	readonly first?: 'worst' | 'most';
	/**
	Value for other programs: a field of the answer as it came, not sanitised, or a value of this program as a word of the filter
	language; times are in ISO 8601. Secrets are masked unless `isRevealed`.
	*/
	readonly raw: (row: Row, isRevealed: boolean) => string;
	/** Set where it shows what has to be looked up in the memory. */
	readonly needsShares?: true;
	/** Set where that is the strip of the last 24 hours. */
	readonly needsStrips?: true;
	/**
	Whether the column is shown unless others are chosen: as one that an operator needs, as one that leaves before those asked for, or where
	there are several accounts.
	*/
	readonly isUsual?: true | 'where-told' | 'where-several';
};

/** Cells beside a title that are kept free for the arrow of the sort, so that a column is as wide with it as without. */
export const arrowCells = 2;

/** Shows a text, or the symbol `nothing` where it is empty. */
export function textCell(text: string, symbols: Symbols): Line {
	return text === '' ? [span(symbols.nothing, 'dim')] : [span(text)];
}

/** Reads a field of the answer as it came, found by the names on the path to it. */
export function rawField(...path: readonly string[]): ColumnRow['raw'] {
	return ({tracked}, isRevealed) => wireTextAt(tracked.instance.wire, path, isRevealed);
}

type TextColumn = Partial<Pick<ColumnRow, 'priority' | 'comfort' | 'most' | 'isUsual'>> & Pick<ColumnRow, 'title' | 'raw'>;

/** Makes a column of a text, which is empty for an instance that does not have it. */
export function textColumn(read: (row: Row) => string, {title, raw, ...others}: TextColumn): ColumnRow {
	return {
		title,
		align: 'left',
		priority: 55,
		least: 10,
		comfort: 18,
		most: 32,
		cell: (row, symbols) => textCell(read(row), symbols),
		sortKey: read,
		raw,
		...others,
	};
}

/** Makes a column of a field of the answer, which has its text by its kind. Times are sorted as times. */
export function fieldColumn(
	path: readonly string[],
	read: (instance: Instance) => Field<FieldValue>,
	{title, ...others}: Pick<ColumnRow, 'title'> & Partial<Pick<ColumnRow, 'comfort' | 'most'>>,
): ColumnRow {
	const valueIn = ({tracked}: Row) => valueOf(read(tracked.instance));
	return {
		...textColumn(row => fieldText(valueIn(row)), {title, raw: rawField(...path), ...others}),
		sortKey(row) {
			const value = valueIn(row);
			return typeof value === 'object' && 'at' in value && 'text' in value ? value.at : fieldText(value);
		},
	};
}
