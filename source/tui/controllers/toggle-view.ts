import type {BodyView} from '../../core/view/view-state.js';
import type {ControllerContext} from './context.js';

/** Opens a view that fills the body, or goes back to the grid where it is open. */
export function toggleView({actions, state}: ControllerContext, view: BodyView): void {
	if (state().view.place === view) {
		actions.viewClosed();
	} else {
		actions.viewOpened(view);
	}
}
