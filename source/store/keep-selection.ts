import {withNotice, type ViewState} from '../core/view-state.js';
import {clamp} from '../core/viewport.js';
import type {Derived} from './derived.js';
import type {State} from './store.js';

/** An instance that comes back within this time is selected again. */
const lostFor = 60_000;

/**
The selection stays on its instance; when that leaves the list, its neighbour takes its place, and a notice names the one that left. If it comes back in time, and nobody has moved since, it is selected again.
*/
export function keepSelection(before: State, after: State, derived: Derived, at: number): ViewState {
	const {view} = before;
	const {lost, selection: {key}} = view;
	const keys = derived.keys(after);
	if (lost !== undefined && at < lost.until && keys.includes(lost.key)) {
		return {...view, lost: undefined, selection: {...view.selection, key: lost.key}};
	}

	const first = keys[0];
	if (key === undefined) {
		return first === undefined ? view : {...view, selection: {...view.selection, key: first}};
	}

	const formerKeys = derived.keys(before);
	if (keys.includes(key) || !formerKeys.includes(key)) {
		return view;
	}

	const neighbour = keys[clamp(formerKeys.indexOf(key), 0, keys.length - 1)];
	const moved: ViewState = {
		...view,
		lost: {key, until: at + lostFor},
		selection: {...view.selection, key: neighbour ?? key},
		detail: {...view.detail, revealedUntil: undefined},
	};
	const name = derived.selected(before)?.tracked.instance.name;
	return name === undefined || derived.shown(after).tracked.has(key) ? moved : withNotice(moved, `${name} has left the list`, at, 'caution');
}
