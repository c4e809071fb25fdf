import type {InstanceKey} from '../../core/instance/instance.js';
import {scrollSelection, type Selection} from '../../core/view/selection.js';
import type {ViewState} from '../../core/view/view-state.js';
import type {Selectors} from './selectors/selectors.js';
import type {State, Store} from './store.js';

/** Makes the actions of the mouse on the rows of instances. */
export function createPointerActions(store: Store, selectors: Selectors) {
	const select = (change: (view: ViewState, state: State) => Selection) => {
		store.setState(state => {
			const {view} = state;
			const selection = change(view, state);
			return selection === view.selection
				? {}
				: {
					view: {
						...view, selection, lost: undefined, kept: undefined, detail: {...view.detail, revealedUntil: undefined},
					},
				};
		});
	};

	return {
		/** Selects an instance on a line of the list, which stays where it is. */
		rowPointed(key: InstanceKey, {line, top}: {readonly line: number; readonly top: number}) {
			select(() => ({key, line, isAtTop: top === 0}));
		},
		/** Scrolls a list that is shown in `height` lines. */
		rowsScrolled(steps: number, height: number) {
			select((view, state) => scrollSelection(view.selection, selectors.keys(state), steps, height));
		},
	};
}
