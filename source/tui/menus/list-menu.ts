import type {MenuId} from '../../core/keymap/places.js';
import type {ListedMenu} from '../../core/view/menu/listed-menu.js';
import type {MenuItem} from '../../core/view/menu/menu-item.js';
import {narrowItems} from '../../core/view/menu/narrow.js';
import {inOrder, type OpenMenu} from '../../core/view/menu/open-menu.js';
import type {State} from '../store/store.js';
import {columnsMenu} from './columns.js';
import type {Menu, MenuContext} from './menu.js';
import {palette} from './palette.js';
import {sortMenu} from './sort.js';
import {viewsMenu} from './views.js';

/** TABLE of the menus: one for every place of the keys that is a menu. A missing one is an error of the compiler. */
export const menus: Readonly<Record<MenuId, Menu>> = {
	palette, sort: sortMenu, columns: columnsMenu, views: viewsMenu,
};

/** Lists what the open menu shows now; `undefined` where none is open. */
export function listMenu(context: MenuContext, state: State): ListedMenu | undefined {
	const {menu} = state.view;
	if (menu === undefined) {
		return undefined;
	}

	const {title, empty, words = {}} = menus[menu.id];
	const all = itemsOf(context, state, menu);
	const items = narrowItems(all, menu.prompt.text);
	return {
		menu,
		title,
		items,
		total: all.length,
		empty: all.length === 0 ? empty?.(state) ?? [] : [],
		words: items.length === 0 ? {...words, 'menu.take': ''} : words,
	};
}

/** All items of an open menu, in their order. */
function itemsOf(context: MenuContext, state: State, {id, order}: OpenMenu): readonly MenuItem[] {
	const {items, keepsOrder} = menus[id];
	const all = items(context, state);
	return keepsOrder === true ? inOrder(all, order) : all;
}
