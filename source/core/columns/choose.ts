import type {Column, ColumnId} from './column.js';
import {columns} from './columns.js';

/** Result of choosing columns: the columns, or the names that no column has. */
export type ChosenColumns =
	| {readonly kind: 'ok'; readonly columns: readonly Column[]}
	| {readonly kind: 'unknown'; readonly names: readonly string[]};

export const columnNames = Object.keys(columns);

/** Of the priority of a column that was not asked for by its name and is not always shown: those that were asked for stay longer. */
const unaskedFor = 10;

/**
Columns that are shown unless the user chooses others, in the order of their table; `severalColumns` are those of several accounts. One that
has nothing to tell of any instance is left out, since nobody asked for it by its name.
*/
export const severalColumns: readonly Column[] = Object.values(columns)
	.filter(({isUsual}) => isUsual !== undefined)
	.map(column => {
		const unasked = {...column, priority: column.isUsual === 'where-told' ? column.priority - unaskedFor : column.priority, isLeftOutBlank: true} as const;
		return column.isUsual === 'where-several' ? {...unasked, isForSeveral: true} : unasked;
	});
export const defaultColumns: readonly Column[] = columnsFor(severalColumns, 1);

/** The columns of those that are shown for so many accounts. */
export function columnsFor(chosen: readonly Column[], accounts: number): readonly Column[] {
	return accounts > 1 ? chosen : chosen.filter(({isForSeveral}) => isForSeveral !== true);
}

/** Finds a column by its name, ignoring case. */
export function findColumn(name: string): Column | undefined {
	return Object.values(columns).find(column => column.id.toLowerCase() === name.toLowerCase());
}

/**
Chooses columns by a list of names, separated by commas: exactly those, in that order.
If a name has `+` or `-` before it, the list changes the usual columns instead: `+` adds a column at the end, `-` removes one.
*/
export function chooseColumns(spec: string, usual: readonly Column[] = defaultColumns): ChosenColumns {
	const words = spec.split(',').map(word => word.trim()).filter(word => word !== '');
	const names = words.map(word => word.replace(/^[+\-]/v, ''));
	const unknown = names.filter(name => findColumn(name) === undefined);
	if (unknown.length > 0) {
		return {kind: 'unknown', names: unknown};
	}

	const found = names.flatMap(name => findColumn(name) ?? []);
	const isRelative = words.some(word => /^[+\-]/v.test(word));
	const removed = new Set<ColumnId>(found.filter((_, index) => words[index]?.startsWith('-')).map(({id}) => id));
	const start = isRelative ? usual : [];
	const chosen = new Map([...start, ...found].filter(({id}) => !removed.has(id)).map(column => [column.id, column]));
	return {kind: 'ok', columns: chosen.values().toArray()};
}
