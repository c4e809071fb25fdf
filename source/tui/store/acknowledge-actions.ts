import type {InstanceKey} from '../../core/instance/instance.js';
import {clamp, viewport} from '../../core/screen/viewport.js';
import {findPlace} from '../../core/view/selection.js';
import type {ViewState} from '../../core/view/view-state.js';
import type {Selectors} from './selectors/selectors.js';
import type {State, Store} from './store.js';

/** Makes the actions that acknowledge instances, or take that back. */
export function createAcknowledgeActions(store: Store, selectors: Selectors) {
	const updateView = (change: (view: ViewState, state: State) => ViewState) => {
		store.setState(state => ({view: change(state.view, state)}));
	};

	return {
		/**
		Acknowledges an instance in its present state, which began at `since`, or takes that back, and selects the next one of a list that is
		shown in `height` lines. The list stays where it is, though the instance may sort elsewhere now. Those that are acknowledged already
		are passed over: they stand between one kind and the next, and a key too many would take them back.
		*/
		acknowledged(key: InstanceKey, since: number, height: number) {
			updateView((view, state) => {
				const rows = selectors.rows(state);
				const keys = selectors.keys(state);
				const index = findPlace(keys, key) ?? 0;
				const isTakenBack = view.acknowledged.get(key) === since;
				const open = isTakenBack ? -1 : rows.findIndex(({isAcknowledged}, place) => place > index && !isAcknowledged);
				const next = keys[open === -1 ? index + 1 : open] ?? key;
				const acknowledged = changeAcknowledged(view.acknowledged, new Map([[key, isTakenBack ? undefined : since]]));
				const after = {...view, acknowledged};
				const {top} = viewport({...view.selection, index}, height, keys.length);
				const place = findPlace(selectors.keys({...state, view: after}), next) ?? index;
				const line = clamp(place - top, 0, Math.max(0, height - 1));
				return {
					...after, lost: undefined, kept: undefined, selection: {key: next, line, isAtTop: top === 0},
				};
			});
		},
		/** Acknowledges instances in the states that began at these times; those without a time are acknowledged no longer. */
		allAcknowledged(changed: ReadonlyMap<InstanceKey, number | undefined>) {
			updateView(view => ({...view, acknowledged: changeAcknowledged(view.acknowledged, changed)}));
		},
		/** Takes what was acknowledged before this start. */
		acknowledgedBefore(acknowledged: ViewState['acknowledged']) {
			if (acknowledged.size > 0) {
				updateView(view => ({...view, acknowledged: new Map([...acknowledged, ...view.acknowledged])}));
			}
		},
	};
}

function changeAcknowledged(
	acknowledged: ViewState['acknowledged'],
	changed: ReadonlyMap<InstanceKey, number | undefined>,
): ViewState['acknowledged'] {
	const after = new Map(acknowledged);
	for (const [key, since] of changed) {
		if (since === undefined) {
			after.delete(key);
		} else {
			after.set(key, since);
		}
	}

	return after;
}
