import {recordOf} from '../text/record-of.js';
import type {Column, ColumnId} from './column.js';
import type {ColumnRow} from './column-row.js';
import {columnTable} from './column-table.js';

const rows: Readonly<Record<ColumnId, ColumnRow>> = columnTable;

const columnIds: readonly ColumnId[] = Object.keys(columnTable).filter(id => isColumnId(id));

/** All columns of the grid, by their ids. */
export const columns: Readonly<Record<ColumnId, Column>> = recordOf(columnIds, id => ({...rows[id], id}));

function isColumnId(word: string): word is ColumnId {
	return Object.hasOwn(columnTable, word);
}
