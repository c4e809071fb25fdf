import {accountItems} from '../../core/view/menu/account-items.js';
import {commandItems} from '../../core/view/menu/palette-items.js';
import {sortItems} from '../../core/view/menu/sort-items.js';
import {shownView} from '../../core/view/view-state.js';
import type {Menu} from './menu.js';
import {listViews} from './views.js';

/** All that can be done here: commands, saved views, accounts, sorts. */
export const palette: Menu = {
	title: ':',
	items(context, state) {
		const {keymap, customCommands, selectors, symbols, columnsInSight} = context;
		return [
			...commandItems({here: shownView(state.view), keymap, customCommands}),
			...listViews(context, state).map(item => ({
				...item, mark: '', label: `view ${item.label}`, names: [item.label],
			})),
			...accountItems(state.fleet.feeds.keys().toArray(), selectors.accountCounts(state), state.view.filter.account),
			...sortItems(state.view.sort, columnsInSight(), symbols).map(({mark, label, words, ...item}) => ({
				...item, mark: '', label: `sort by ${label}`, words: mark === ' ' ? words : `${words} ${mark}`, right: '', names: [`sort ${label}`],
			})),
		];
	},
	words: {'menu.take': 'do it'},
};
