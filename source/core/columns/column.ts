import type {ColumnRow} from './column-row.js';
import type {columnTable} from './column-table.js';

export type ColumnId = keyof typeof columnTable;

/**
Column of the grid. Of those that nobody asked for by name, one with `isLeftOutBlank` is left out where it has nothing to tell of any row,
one with `isForSeveral` where there is one account.
*/
export type Column = ColumnRow & {readonly id: ColumnId; readonly isLeftOutBlank?: true; readonly isForSeveral?: true};
