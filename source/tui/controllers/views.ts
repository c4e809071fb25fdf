import {bindings, type CommandId} from '../../core/keymap/bindings.js';
import {isOverlay, viewIds, type ViewId} from '../../core/keymap/places.js';
import {recordOf} from '../../core/text/record-of.js';
import {openView, views, type OwnCommand} from '../views/views.js';
import type {Commands, ControllerContext} from './context.js';
import {copyShown} from './copy.js';

type ToggleCommand = Extract<CommandId, `${ViewId}.toggle`>;

/** Commands that leave a view by keys of its own. */
type LeaveCommand = Extract<CommandId, `${ViewId}.leave`>;

/** Commands that copy what the open view shows at its cursor. */
type CopyCommand = 'copy.name' | 'copy.line' | 'copy.field';

/** Makes the handlers of the commands that every view answers by its object, and of those that open a view or are its own. */
export function createViewCommands(ports: ControllerContext): Pick<Commands, 'app.back' | 'app.escape' | CopyCommand | LeaveCommand | ToggleCommand | OwnCommand> {
	const {state} = ports;
	const back = () => {
		openView(state()).back(ports);
	};

	const copy = () => {
		copyShown(ports);
	};

	const commands = bindings.map(({command}) => command);
	return {
		'app.back': back,
		'app.escape'() {
			openView(state()).escape(ports);
		},
		'copy.name': copy,
		'copy.line': copy,
		'copy.field': copy,
		...recordOf(commands.filter(command => isLeave(command)), () => back),
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
	} else if (place === view && overlay !== undefined) {
		actions.overlayClosed();
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

function isLeave(command: CommandId): command is LeaveCommand {
	return viewIds.some(view => command === `${view}.leave`);
}

function handlerOf(command: CommandId) {
	return viewIds.map(view => views[view].commands?.[command]).find(handler => handler !== undefined);
}

function isOwn(command: CommandId): command is OwnCommand {
	return handlerOf(command) !== undefined;
}
