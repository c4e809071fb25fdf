import {stateNumbers, stateOf} from '../../core/keymap/digits.js';
import type {CommandId} from '../../core/keymap/bindings.js';
import {newerPrompt, olderPrompt} from '../../core/view/prompt.js';
import {nextSort, turnSort} from '../../core/columns/sort.js';
import {noFilter, type Filtered} from '../../core/view/view-state.js';
import type {Commands, ControllerContext} from './context.js';
import {followFind} from './detail.js';

type GridCommand = Extract<
	CommandId,
	`filter.${string}` | `prompt.${string}` | `sort.${string}` | `acknowledge.${string}` | 'copy.name' | 'copy.number'
>;

/** Makes the handlers of the grid's commands and of the prompt's: filter, sort, acknowledge, copy. */
export function createGridCommands(ports: ControllerContext): Pick<Commands, GridCommand> {
	const {actions, selectors, state, now} = ports;
	const place = (): Filtered => state().view.place === 'events' ? 'events' : 'grid';
	const selected = () => selectors.selected(state());

	return {
		'prompt.open'() {
			actions.promptOpened(state().view.place);
		},
		'filter.clear'() {
			const {filter, events} = state().view;
			if (place() === 'events' && events.filter === '') {
				actions.eventsClosed();
			} else if (place() === 'grid' && filter === noFilter) {
				actions.paneClosed();
			} else {
				actions.filterCleared(place());
			}
		},
		'filter.all'() {
			actions.stateChosen(undefined);
		},
		'filter.action': actions.actionChosen,
		...stateCommands(ports),
		'prompt.keep': actions.promptAccepted,
		'prompt.cancel': actions.promptCancelled,
		'prompt.older'() {
			actions.promptEdited(prompt => olderPrompt(prompt));
			followFind(ports);
		},
		'prompt.newer'() {
			actions.promptEdited(prompt => newerPrompt(prompt));
			followFind(ports);
		},
		'sort.next'() {
			actions.sorted(nextSort(state().view.sort, ports.columnsInSight()));
		},
		'sort.turn'() {
			actions.sorted(turnSort(state().view.sort));
		},
		'acknowledge.toggle'() {
			const row = selected();
			if (row === undefined) {
				return;
			}

			const {instance, since} = row.tracked;
			actions.acknowledged(instance.key, since.at);
			const consequence = row.isAcknowledged ? 'is no longer acknowledged' : 'is known until its state changes';
			actions.noticed(`${instance.name} ${consequence}`, now());
		},
		'copy.name'() {
			const row = selected();
			if (row !== undefined) {
				ports.copy(row.tracked.instance.name, 'the name');
			}
		},
		'copy.number'() {
			const number = selected()?.facts.number ?? '';
			if (number === '') {
				actions.noticed('there is no number to copy', now());
			} else {
				ports.copy(number, 'the number');
			}
		},
	};
}

function stateCommands({actions}: ControllerContext): Pick<Commands, `filter.${(typeof stateNumbers)[number]}`> {
	return Object.fromEntries(stateNumbers.map(digit => [`filter.${digit}`, () => {
		actions.stateChosen(stateOf(digit));
	}])) as Pick<Commands, `filter.${(typeof stateNumbers)[number]}`>;
}
