import {describeEvent} from '../../core/view/describe-event.js';
import type {CommandId} from '../../core/keymap/bindings.js';
import type {Commands, ControllerContext} from './context.js';

type EventCommand = Extract<CommandId, `events.${string}` | `event.${string}`>;

/** Makes the handlers of the commands of the events view. */
export function createEventCommands({actions, selectors, state, copy, time}: ControllerContext): Pick<Commands, EventCommand> {
	const selected = () => {
		const events = selectors.events(state());
		const {selected: id} = state().view.events;
		return events.find(event => event.id === id) ?? events[0];
	};

	return {
		'events.toggle'() {
			if (state().view.place === 'events') {
				actions.eventsClosed();
			} else {
				actions.eventsOpened();
			}
		},
		'event.open'() {
			const event = selected();
			if (event?.kind === 'instance') {
				actions.instanceOpened(event.tracked, event.at);
			}
		},
		'event.copy'() {
			const event = selected();
			if (event !== undefined) {
				copy(describeEvent(event, time).map(({text}) => text).join(''), 'the event');
			}
		},
	};
}
