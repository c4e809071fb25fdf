import {describeEvent} from '../core/describe-event.js';
import type {CommandId} from '../core/keymap/commands.js';
import type {Commands, CommandPorts} from './commands.js';

type EventCommand = Extract<CommandId, `events.${string}` | `event.${string}`>;

/** What the keys of the events do. */
export function createEventCommands({actions, derived, state, now, copy, time}: CommandPorts): Pick<Commands, EventCommand> {
	const selected = () => {
		const events = derived.events(state());
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
			if (event?.kind !== 'instance') {
				return;
			}

			const {key, name} = event.tracked.instance;
			if (derived.shown(state()).tracked.has(key)) {
				actions.instanceOpened(key);
			} else {
				actions.noticed(`${name} is no longer in the list`, now(), 'caution');
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
