import type {BoundCommand} from '../../core/keymap/bindings.js';
import {placesAt} from '../../core/keymap/resolve.js';
import {itemAtCursor} from '../../core/view/menu/listed-menu.js';
import type {MenuItem} from '../../core/view/menu/menu-item.js';
import type {OpenMenu} from '../../core/view/menu/open-menu.js';
import {homeView, shownView} from '../../core/view/view-state.js';
import {listMenu} from '../menus/list-menu.js';
import {selectedEvent} from '../views/selected-event.js';
import type {ControllerContext} from './context.js';

/** What a command that is for what is selected would be for. */
export function subjectOf({state, selectors}: ControllerContext): OpenMenu['subject'] {
	const event = placesAt(shownView(state().view)).includes('events') ? selectedEvent(state(), selectors) : undefined;
	return event?.id ?? selectors.selected(state())?.tracked.instance.key;
}

/** Closes the menu, and does what the item under its cursor says. */
export function takeItem(ports: ControllerContext): void {
	const {actions, state} = ports;
	const listed = listMenu(ports, state());
	const item = listed && itemAtCursor(listed);
	if (listed !== undefined && item === undefined && listed.menu.prompt.text !== '') {
		actions.noticed(`${listed.menu.prompt.text} is nothing that can be done here`, ports.now());
		return;
	}

	actions.menuClosed();
	if (listed !== undefined && item !== undefined) {
		doTake(ports, item, listed.menu);
	}
}

function doTake(ports: ControllerContext, {take, label}: MenuItem, {subject}: OpenMenu): void {
	const {actions, now} = ports;
	switch (take.kind) {
		case 'command': {
			if (take.isForSelected && subject !== subjectOf(ports)) {
				actions.noticed(`${label}: not done, since what was selected has changed`, now(), {tone: 'caution'});
				return;
			}

			if (isOfGrid(take.command)) {
				goHome(ports);
			}

			ports.run(take.command);
			break;
		}

		case 'sort': {
			goHome(ports);
			actions.sorted(take.sort);
			break;
		}

		case 'account': {
			goHome(ports);
			actions.accountChosen(take.account);
			break;
		}

		case 'column':
		case 'nothing': {
			break;
		}
	}
}

/** Whether a command is a saved view, which changes what the grid shows. */
function isOfGrid(command: BoundCommand): boolean {
	return command.startsWith('view:');
}

/** Goes to the grid, so that what changes there is seen. In a view that is like the grid it is seen there. */
function goHome({actions, state}: ControllerContext): void {
	if (placesAt(shownView(state().view)).includes(homeView)) {
		return;
	}

	actions.overlayClosed();
	actions.viewOpened(homeView);
}

