import type {ColumnRow} from './column-row.js';
import type {columnTable} from './column-table.js';

export type ColumnId = keyof typeof columnTable;

/** Column of the grid. */
export type Column = ColumnRow & {readonly id: ColumnId};
