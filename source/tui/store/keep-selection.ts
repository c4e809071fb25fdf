import type {InstanceKey} from '../../core/instance/instance.js';
import {withNotice, type ViewState} from '../../core/view/view-state.js';
import {clamp} from '../../core/screen/viewport.js';
import type {Selectors} from './selectors.js';
import type {State} from './store.js';

/** An instance that comes back within this time is selected again. */
const lostFor = 60_000;

/**
The selection stays on its instance; when that leaves the list, its neighbour takes its place, and a notice names the one that left. If it comes back in time, and nobody has moved since, it is selected again.
*/
export function keepSelection(before: State, after: State, selectors: Selectors, at: number): ViewState {
	const {view} = before;
	const {lost, selection: {key}} = view;
	const keys = selectors.keys(after);
	if (lost !== undefined && at < lost.until && keys.includes(lost.key)) {
		return select({...view, lost: undefined}, lost.key);
	}

	const first = keys[0];
	if (key === undefined) {
		return first === undefined ? view : select(view, first);
	}

	// What was derived of the former state is gone by now: it is asked for only where something has left.
	const isListed = selectors.shown(after).tracked.has(key);
	if (view.place === 'detail') {
		// Whoever reads its detail goes on reading, whether the filter or the list has no place for it any more.
		return isListed ? withoutKept(view) : keepRead(before, key, selectors, at);
	}

	if (keys.includes(key)) {
		return view;
	}

	const formerKeys = selectors.keys(before);
	if (!formerKeys.includes(key)) {
		return view;
	}

	const neighbour = keys[clamp(formerKeys.indexOf(key), 0, keys.length - 1)];
	const moved = select({...view, lost: {key, until: at + lostFor}}, neighbour ?? key);
	const name = selectors.selected(before)?.tracked.instance.name;
	return name === undefined || isListed ? moved : withNotice(moved, `${name} has left the list`, at, 'caution');
}

function withoutKept(view: ViewState): ViewState {
	return view.kept === undefined ? view : {...view, kept: undefined};
}

/** Keeps what was last known of the instance that is read, and where it stood. */
function keepRead(before: State, key: InstanceKey, selectors: Selectors, at: number): ViewState {
	const {view} = before;
	const tracked = view.kept === undefined ? selectors.selected(before)?.tracked : undefined;
	return tracked === undefined ? view : {...view, kept: {tracked: {...tracked, gone: tracked.gone ?? at}, index: selectors.keys(before).indexOf(key)}};
}

/** Selects another instance; what was revealed of the former one says nothing about this one. */
function select(view: ViewState, key: InstanceKey): ViewState {
	return {...view, selection: {...view.selection, key}, detail: {...view.detail, revealedUntil: undefined}};
}
