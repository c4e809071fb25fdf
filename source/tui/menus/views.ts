import {span, type Line} from '../../core/screen/span.js';
import {presentMark, viewItems, viewLines} from '../../core/view/menu/view-items.js';
import type {MenuItem} from '../../core/view/menu/menu-item.js';
import {filterWords} from '../views/filter-words.js';
import type {State} from '../store/store.js';
import type {Menu, MenuContext} from './menu.js';

/** The saved views, each with how many instances it would show. */
export const viewsMenu: Menu = {
	title: 'views',
	items: listViews,
	present: (_, items) => items.find(({mark}) => mark === presentMark)?.id,
	empty: state => [
		[span('There are no saved views. These lines save what is shown in the config file:')],
		[],
		...savedNow(state).map((line): Line => [span(line)]),
	],
	words: {'menu.take': 'show'},
};

/** Lists the saved views. */
export function listViews({savedViews, viewFilters, selectors, keymap}: MenuContext, state: State): readonly MenuItem[] {
	const {filter, columns, sort} = state.view;
	return viewItems(savedViews, {now: {filter, columns, sort}, counts: selectors.countMatches(state, viewFilters), keymap});
}

/** The lines of the config file that save what the grid shows as a view. */
export function savedNow({view: {filter, columns, sort}}: State): readonly string[] {
	return viewLines({filter: filterWords(filter), columns, sort});
}
