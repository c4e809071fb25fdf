import type {TypedText} from './view-state.js';

/** The filter of the grid, without the chosen state. */
export const gridText: TypedText = {
	read: ({filter}) => filter.text,
	write: (view, text) => ({...view, filter: {...view.filter, text}}),
	history: 'filterHistory',
};

/** The filter of the events. With another one they follow the newest event again. */
export const eventsText: TypedText = {
	read: ({events}) => events.filter,
	write: (view, text) => ({...view, events: {filter: text, selected: undefined, line: 0}}),
	history: 'filterHistory',
};

/** The text that is searched for in the open section of the detail. */
export const detailText: TypedText = {
	read: ({detail}) => detail.find,
	write: (view, text) => ({...view, detail: {...view.detail, find: text}}),
	history: 'findHistory',
};
