import {divideScreen} from '../../core/screen/geometry.js';
import type {ControllerContext} from './context.js';

/** Back to where one came from: out of the pane into the grid beside it, out of the grid to the pane's end, and then there is only the shell. */
export function goBack({actions, state, size, leave}: ControllerContext): void {
	const {view} = state();
	const geometry = divideScreen(size(), view);
	const isSplit = geometry.kind === 'full' && geometry.grid !== undefined && geometry.detail !== undefined;
	switch (view.place) {
		case 'detail': {
			actions.detailClosed({isPaneKept: isSplit});
			break;
		}

		case 'events': {
			actions.eventsClosed();
			break;
		}

		case 'grid': {
			if (isSplit) {
				actions.paneClosed();
			} else {
				leave(0);
			}

			break;
		}
	}
}
