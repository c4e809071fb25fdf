import {openingPlace} from '../../core/detail/opening.js';
import {placeCursor} from '../../core/detail/detail-view.js';
import type {Row} from '../../core/fleet/row.js';
import {homeView, isNoFilter, type ViewState} from '../../core/view/view-state.js';
import type {Selectors} from './selectors/selectors.js';
import type {State} from './store.js';

/**
Opens the detail of an instance, at the place of its trouble. A pane that has shown it already gets the keys, and stays where it is: what a
person looks at does not move.
*/
export function openDetail(view: ViewState, row: Row): ViewState {
	const isShown = view.isPaneOpen && view.place === homeView;
	const detail = isShown ? view.detail : placeCursor(view.detail, openingPlace(row));
	return {
		...view,
		place: 'detail',
		trail: [...view.trail, {place: view.place, overlay: undefined, read: undefined}],
		isPaneOpen: true,
		lost: undefined,
		selection: {...view.selection, key: row.tracked.instance.key},
		detail: {...detail, revealedUntil: undefined},
	};
}

/**
Opens the detail by itself where the grid would have one row, since there is one instance: once, when the first answers of all accounts are
there, unless a person has pressed a key by then, or a filter is set.
*/
export function openItself(view: ViewState, state: State, selectors: Selectors): ViewState {
	if (!view.mayOpenItself || state.fleet.feeds.values().some(({answeredAt}) => answeredAt === undefined)) {
		return view;
	}

	const after: ViewState = {...view, mayOpenItself: false};
	const {filter, place} = view;
	const [row, ...others] = selectors.rows({...state, view: after});
	return row !== undefined && others.length === 0 && isNoFilter(filter) && place === homeView ? openDetail(after, row) : after;
}
