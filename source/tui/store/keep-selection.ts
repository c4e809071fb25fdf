import type {InstanceKey} from '../../core/instance/instance.js';
import {hasLastingSelection} from '../../core/keymap/places.js';
import {lastSeenOf} from '../../core/fleet/tracked.js';
import {createNotice} from '../../core/view/notice.js';
import type {ViewState} from '../../core/view/view-state.js';
import {instanceName} from '../../core/fleet/several/instance-name.js';
import {clamp} from '../../core/screen/viewport.js';
import {hasSeveral} from './has-several.js';
import type {Selectors} from './selectors/selectors.js';
import type {State} from './store.js';

/** In milliseconds. An instance that comes back within this time is selected again. */
const lostFor = 60_000;

/**
Keeps the selection on its instance when the rows change, and gives the new view state. One that rests stays at the top of the rows.

If the selected instance leaves the list, its neighbour is selected, and a notice names the instance that left.
If it comes back within `lostFor`, and the selection was not moved since, it is selected again.
In a view whose selection always lasts it stays selected, even if the filter hides it or it has left the list.
*/
export function keepSelection(before: State, after: State, selectors: Selectors, at: number): ViewState {
	const {view} = before;
	const {lost, selection: {key}} = view;
	const keys = selectors.keys(after);
	if (lost !== undefined && at < lost.until && keys.includes(lost.key)) {
		return select({...view, lost: undefined}, lost.key);
	}

	if (key === undefined) {
		return view;
	}

	const isListed = selectors.shown(after).tracked.has(key);
	if (hasLastingSelection(view.place)) {
		return isListed ? withoutKept(view) : keepInstance(before, key, selectors, at);
	}

	if (keys.includes(key)) {
		return view;
	}

	// The selectors cache the values of one state alone. Those of `before` are computed again, only where the selected row is gone.
	const keysBefore = selectors.keys(before);
	if (!keysBefore.includes(key)) {
		return view;
	}

	const neighbour = keys[clamp(keysBefore.indexOf(key), 0, keys.length - 1)];
	const moved = select({...view, lost: {key, until: at + lostFor}}, neighbour ?? key);
	const left = selectors.selected(before)?.tracked.instance;
	return left === undefined || isListed
		? moved
		: {...moved, notice: createNotice('has left the list', at, {tone: 'caution', name: instanceName(left, hasSeveral(before))})};
}

function withoutKept(view: ViewState): ViewState {
	return view.kept === undefined ? view : {...view, kept: undefined};
}

/** Keeps the selected instance as it was when it left the list, with its index in the list. */
function keepInstance(before: State, key: InstanceKey, selectors: Selectors, at: number): ViewState {
	const {view} = before;
	const tracked = view.kept === undefined ? selectors.selected(before)?.tracked : undefined;
	if (tracked === undefined) {
		return view;
	}

	const lastSeen = lastSeenOf(tracked, selectors.shown(before).coverage.get(tracked.instance.account));
	return {...view, kept: {tracked: {...tracked, gone: tracked.gone ?? at, lastSeen}, index: selectors.keys(before).indexOf(key)}};
}

/** Selects another instance, with its secrets masked: the user has asked to reveal those of the previous instance alone. */
function select(view: ViewState, key: InstanceKey): ViewState {
	return {...view, selection: {...view.selection, key}, detail: {...view.detail, revealedUntil: undefined}};
}
