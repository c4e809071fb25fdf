import type {CustomId} from '../../core/keymap/bindings.js';
import type {ControllerContext} from './context.js';

/** Does what the config file has bound to a key: takes a saved view. */
export function runCustom({actions, savedViews, now}: ControllerContext, command: CustomId): void {
	const view = savedViews.find(({name}) => command === `view:${name}`);
	if (view === undefined) {
		return;
	}

	actions.viewTaken(view);
	actions.noticed(`view ${view.name}`, now());
}
