import type {CommandId} from '../../core/keymap/bindings.js';
import {selectedEvent} from '../views/events.js';
import type {Commands, ControllerContext} from './context.js';
import {copyShown} from './copy.js';
import {toggleView} from './toggle-view.js';

type EventCommand = Extract<CommandId, `events.${string}` | `event.${string}`>;

/** Makes the handlers of the commands of the events view. */
export function createEventCommands(ports: ControllerContext): Pick<Commands, EventCommand> {
	const {actions, selectors, state} = ports;
	return {
		'events.toggle'() {
			toggleView(ports, 'events');
		},
		'event.open'() {
			const event = selectedEvent(state(), selectors);
			if (event?.kind === 'instance') {
				actions.instanceOpened(event.tracked, event.at);
			}
		},
		'event.copy'() {
			copyShown(ports);
		},
	};
}
