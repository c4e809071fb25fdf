import type {ViewId} from '../keymap/places.js';
import type {OwnEntry, ViewState} from './view-state.js';

/** State of a view that only the view itself knows, such as where its cursor is. The view is made with its initial value. */
export type OwnState<Value> = {
	readonly read: (view: ViewState) => Value;
	readonly write: (view: ViewState, value: Value) => ViewState;
};

/**
Makes the state of a view's own. Nothing else has to know its type: a value is read only by the handle that it was written with,
so that it has the type that it was written with.
*/
export function ownState<Value>(id: ViewId, initial: Value): OwnState<Value> {
	const handle: OwnState<Value> = {
		read({own}) {
			const entry = own[id];
			return isOwn(entry) ? entry.value : initial;
		},
		write: (view, value) => ({...view, own: {...view.own, [id]: {handle, value}}}),
	};
	const isOwn = (entry: OwnEntry<unknown> | undefined): entry is OwnEntry<Value> => entry?.handle === handle;
	return handle;
}
