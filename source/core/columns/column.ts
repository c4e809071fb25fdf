import type {SettingsFields} from '../instance/instance.js';
import type {Row} from '../fleet/row.js';
import type {Symbols} from '../screen/symbols.js';
import {span, type Line} from '../screen/span.js';

/** The columns that are there unless others are asked for, in their order on the screen. */
export const defaultColumnIds = ['state', 'name', 'number', 'profile', 'since', 'do', 'integrations', 'presence'] as const;

/** The columns that can be asked for beside them. */
const furtherColumnIds = ['business', 'webhook', 'chatwoot', 'proxy', 's3', 'updated', 'created', 'id'] as const;

export type ColumnId = (typeof defaultColumnIds)[number] | (typeof furtherColumnIds)[number] | keyof SettingsFields;

/** What a row is sorted by in a column: numbers as numbers, texts in natural order; nothing comes last. */
export type SortKey = number | string | undefined;

/**
A column of the grid. The one with the lowest priority leaves first when the screen is narrow. A column is never narrower than `least` (or what its content needs) nor wider than `most`; with `comfort` it reads well, and what is left after all have that goes to those that need more. `narrow` is what it shrinks to on a very narrow screen.
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
	/** The rows with the least come first. */
	readonly sortKey: (row: Row) => SortKey;
	/** What those rows have for people, where it is not the least: the arrow of the sort points down. */
	readonly first?: 'worst' | 'most';
};

/** Cells beside a title for the arrow of the sort, so that a column is as wide with it as without. */
export const titleRoom = 2;

/** A plain text, or the sign for nothing. */
export function textCell(text: string, symbols: Symbols): Line {
	return text === '' ? [span(symbols.nothing, 'dim')] : [span(text)];
}
