import type {ColumnRow} from './column-row.js';
import type {columnTable} from './column-table.js';

export type ColumnId = keyof typeof columnTable;

/** Column of the grid. `isLeftOutBlank`: it is left out where it has nothing to tell of any row, since nobody asked for it by its name. */
export type Column = ColumnRow & {readonly id: ColumnId; readonly isLeftOutBlank?: true};
