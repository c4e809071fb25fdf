import {lookedAt} from '../../core/fleet/inventory.js';
import {lastSeenOf} from '../../core/fleet/tracked.js';
import {hasLastingSelection, type BodyView} from '../../core/keymap/places.js';
import {homeView, type Below, type ViewState} from '../../core/view/view-state.js';
import type {Selectors} from './selectors/selectors.js';
import type {State} from './store.js';

/**
Opens a view over the open one, which it goes back to. One that is below already is gone back to instead, so that the trail stays short.
*/
export function openOver(view: ViewState, state: State, selectors: Selectors, place: BodyView): ViewState {
	const index = view.trail.findIndex(below => below.place === place);
	const trail = index === -1 ? [...view.trail, leave(view, state, selectors)] : view.trail.slice(0, index);
	return {
		...view, place, overlay: undefined, trail,
	};
}

/** Goes back to what is below, with the instance that was read there. */
export function goBack(view: ViewState, state: State, selectors: Selectors): ViewState {
	const {place, overlay, read}: Below = view.trail.at(-1) ?? {place: homeView, overlay: undefined, read: undefined};
	const back: ViewState = {
		...view, place, overlay, trail: view.trail.slice(0, -1), kept: undefined,
	};
	if (read === undefined) {
		return back;
	}

	const {tracked, index, detail} = read;
	const {key, account} = tracked.instance;
	const inventory = selectors.shown(state);
	const gone = tracked.gone ?? lookedAt(inventory, account);
	return {
		...back,
		selection: {...view.selection, key},
		lost: undefined,
		kept: inventory.tracked.has(key) ? undefined : {index, tracked: {...tracked, gone}},
		detail: {...detail, revealedUntil: undefined},
	};
}

function leave(view: ViewState, state: State, selectors: Selectors): Below {
	const {place, overlay, kept, detail} = view;
	const tracked = hasLastingSelection(place) ? selectors.selected(state)?.tracked : undefined;
	const index = kept?.index ?? selectors.selectedIndex(state) ?? 0;
	const coverage = tracked && selectors.shown(state).coverage.get(tracked.instance.account);
	return {place, overlay, read: tracked && {index, detail, tracked: {...tracked, lastSeen: lastSeenOf(tracked, coverage)}}};
}
