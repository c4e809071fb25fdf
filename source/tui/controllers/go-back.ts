import {divideScreen} from '../../core/screen/geometry.js';
import type {ControllerContext} from './context.js';

/**
Goes back one step: from the detail or the events to the view before, which keeps an open pane beside the grid;
from the grid it closes the pane, and without a pane it ends the monitor.
*/
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
