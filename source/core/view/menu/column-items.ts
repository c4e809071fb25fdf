import type {Column, ColumnId} from '../../columns/column.js';
import {columns as allColumns} from '../../columns/columns.js';
import {columnMeanings} from '../../columns/meanings.js';
import type {MenuItem} from './menu-item.js';

/** The columns that were chosen, those of them for which there is room, and those that had room if they told something. */
export type ColumnsShown = {
	readonly chosen: readonly Column[];
	readonly inSight: readonly ColumnId[];
	readonly inSightIfTold: readonly ColumnId[];
};

/** The id of the item of a column. */
export function columnId(column: ColumnId): string {
	return `column:${column}`;
}

/** All columns: those that are shown in their order, then the others; each with what it shows, and why it is not in sight. */
export function columnItems({chosen, inSight, inSightIfTold}: ColumnsShown): readonly MenuItem[] {
	const ticked = new Set(chosen.map(({id}) => id));
	const all = new Set([...ticked, ...Object.values(allColumns).map(({id}) => id)]);
	return [...all].map(id => ({
		id: columnId(id),
		mark: ticked.has(id) ? '[x]' : '[ ]',
		label: id,
		words: columnMeanings[id],
		right: !ticked.has(id) || inSight.includes(id) ? '' : (inSightIfTold.includes(id) ? 'nothing to tell' : 'no room'),
		names: [allColumns[id].title],
		take: {kind: 'column', column: id},
	}));
}

/** Shows a column or no longer does so. It comes where it stands in the order of the menu. The last one stays: `undefined`. */
export function toggleColumn(chosen: readonly Column[], id: ColumnId, order: readonly string[]): readonly Column[] | undefined {
	const others = chosen.filter(column => column.id !== id);
	if (others.length < chosen.length) {
		return others.length === 0 ? undefined : others;
	}

	return orderColumns([...chosen, allColumns[id]], order);
}

/** Puts the columns that are shown into the order of the menu. */
export function orderColumns(chosen: readonly Column[], order: readonly string[]): readonly Column[] {
	return chosen.toSorted((one, other) => order.indexOf(columnId(one.id)) - order.indexOf(columnId(other.id)));
}

/** The line of the config file that shows these columns. */
export function columnsLine(chosen: readonly Column[]): string {
	return `columns = [${chosen.map(({id}) => JSON.stringify(id)).join(', ')}]`;
}
