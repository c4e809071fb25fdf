import type {SettingsFields} from '../instance/instance.js';
import type {Row} from '../fleet/row.js';
import type {Symbols} from '../screen/symbols.js';
import {span, type Line} from '../screen/span.js';

/** Columns that are shown unless others are chosen, in their order on the screen. */
export const defaultColumnIds = ['state', 'name', 'number', 'profile', 'since', 'do', 'integrations', 'presence'] as const;

/** Columns that are shown only if they are chosen. */
const furtherColumnIds = ['business', 'webhook', 'chatwoot', 'proxy', 's3', 'updated', 'created', 'id'] as const;

export type ColumnId = (typeof defaultColumnIds)[number] | (typeof furtherColumnIds)[number] | keyof SettingsFields;

/** Key that the rows are sorted by in a column: numbers by their value, texts in natural order. Rows without a key come last. */
export type SortKey = number | string | undefined;

/**
Column of the grid; all widths are in cells. On a narrow screen the columns with the lowest priority are left out.
A column is at least `least` cells wide, or as wide as its content where that is less, and at most `most`.
With `comfort` cells it reads well. Cells that are left after all columns have that go to those that need more.
`narrow` is the form of the column on a very narrow screen.
*/
export type Column = {
	readonly id: ColumnId;
	readonly title: string;
	readonly align: 'left' | 'right';
	readonly priority: number;
	readonly least: number;
	readonly comfort: number;
	readonly most: number;
	readonly cell: (row: Row, symbols: Symbols) => Line;
	readonly narrow?: {readonly width: number; readonly cell: (row: Row, symbols: Symbols) => Line};
	/** Rows with the smallest key come first. */
	readonly sortKey: (row: Row) => SortKey;
	/** Set where the first rows show the worst or the most, not the smallest value: the arrow of the sort then points down. */
	readonly first?: 'worst' | 'most';
};

/** Cells beside a title that are kept free for the arrow of the sort, so that a column is as wide with it as without. */
export const arrowCells = 2;

/** Shows a text, or the symbol `nothing` where it is empty. */
export function textCell(text: string, symbols: Symbols): Line {
	return text === '' ? [span(symbols.nothing, 'dim')] : [span(text)];
}
