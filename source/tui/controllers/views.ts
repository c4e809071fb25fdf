import {bindings, type CommandId} from '../../core/keymap/bindings.js';
import {isOverlay, viewIds, type ViewId} from '../../core/keymap/places.js';
import {recordOf} from '../../core/text/record-of.js';
import {openView, views, type OwnCommand} from '../views/views.js';
import type {Commands, ControllerContext} from './context.js';
import {copyShown} from './copy.js';

type ToggleCommand = Extract<CommandId, `${ViewId}.toggle`>;

/** Makes the handlers of the commands that every view answers by its object, and of those that open a view or are its own. */
export function createViewCommands(ports: ControllerContext): Pick<Commands, 'app.back' | 'app.escape' | 'copy.shown' | ToggleCommand | OwnCommand> {
	const {state} = ports;
	const commands = bindings.map(({command}) => command);
	return {
		'app.back'() {
			openView(state()).back(ports);
		},
		'app.escape'() {
			openView(state()).escape(ports);
		},
		'copy.shown'() {
			copyShown(ports);
		},
		...recordOf(commands.filter(command => isToggle(command)), command => () => {
			const view = viewIds.find(id => isToggleOf(command, id));
			if (view !== undefined) {
				toggleView(ports, view);
			}
		}),
		...recordOf(commands.filter(command => isOwn(command)), command => () => {
			handlerOf(command)?.(ports);
		}),
	};
}

/** Opens a view, or goes back where it is open. */
function toggleView({actions, state}: ControllerContext, view: ViewId): void {
	const {place, overlay} = state().view;
	if (overlay === view) {
		actions.overlayClosed();
	} else if (isOverlay(view)) {
		actions.overlayOpened(view);
	} else if (place === view) {
		actions.viewClosed();
	} else {
		actions.viewOpened(view);
	}
}

function isToggleOf(command: CommandId, view: ViewId): boolean {
	return command === `${view}.toggle`;
}

function isToggle(command: CommandId): command is ToggleCommand {
	return viewIds.some(view => isToggleOf(command, view));
}

function handlerOf(command: CommandId) {
	return viewIds.map(view => views[view].commands?.[command]).find(handler => handler !== undefined);
}

function isOwn(command: CommandId): command is OwnCommand {
	return handlerOf(command) !== undefined;
}
