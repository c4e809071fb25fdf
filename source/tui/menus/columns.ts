import {columnItems} from '../../core/view/menu/column-items.js';
import type {Menu} from './menu.js';

/** The columns of the grid. What is chosen here is shown at once, and stays when the menu is left. */
export const columnsMenu: Menu = {
	title: 'columns',
	items({selectors, layout, columnsInSight}, state) {
		const geometry = layout();
		const width = (geometry.kind === 'full' ? geometry.grid?.width : undefined) ?? geometry.size.columns;
		return columnItems({
			chosen: selectors.columns(state),
			inSight: columnsInSight(),
			inSightIfTold: selectors.fittedAtMost(state, width).map(({id}) => id),
		});
	},
	keepsOrder: true,
	words: {'menu.take': '', 'menu.leave': 'keep and leave'},
};
