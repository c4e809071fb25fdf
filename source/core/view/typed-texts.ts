import {initialList, type ListView} from './list-view.js';
import type {OwnState} from './own-state.js';
import type {TypedText} from './view-state.js';

/** The filter of the grid, without the chosen state. */
export const gridText: TypedText = {
	read: ({filter}) => filter.text,
	write: (view, text) => ({...view, filter: {...view.filter, text}}),
	history: 'filterHistory',
};

/** The filter of a list that fills the body. With another one the list is at its top again. */
export function listText({read, write}: OwnState<ListView>): TypedText {
	return {
		read: view => read(view).filter,
		write: (view, text) => write(view, {...initialList, unfolded: read(view).unfolded, filter: text}),
		history: 'filterHistory',
	};
}

/** The text that is searched for in the page of the detail. */
export const detailText: TypedText = {
	read: ({detail}) => detail.find,
	write: (view, text) => ({...view, detail: {...view.detail, find: text}}),
	history: 'findHistory',
};
