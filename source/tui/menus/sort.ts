import {sortId, sortItems} from '../../core/view/menu/sort-items.js';
import type {Menu} from './menu.js';

/** What the grid can be sorted by. */
export const sortMenu: Menu = {
	title: 'sort by',
	items: ({symbols, columnsInSight}, {view: {sort}}) => sortItems(sort, columnsInSight(), symbols),
	present: ({view: {sort}}) => sortId(sort.by),
	keepsOrder: true,
	words: {'menu.take': 'sort'},
};
