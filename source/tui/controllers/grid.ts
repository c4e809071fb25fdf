import {stateNumbers, stateOf} from '../../core/keymap/digits.js';
import type {CommandId} from '../../core/keymap/bindings.js';
import {copyCall} from '../../core/detail/remedy.js';
import {turnSort} from '../../core/columns/sort.js';
import {hasSeveral} from '../store/has-several.js';
import type {Commands, ControllerContext} from './context.js';
import {copyResult} from './copy.js';

type GridCommand = Extract<
	CommandId,
	`filter.${string}` | `account.${string}` | 'sort.turn' | 'copy.number' | 'copy.call'
>;

/** Makes the handlers of the grid's commands: filter, sort, copy. That which copies the call is the detail's too. */
export function createGridCommands(ports: ControllerContext): Pick<Commands, GridCommand> {
	const {actions, selectors, state, now} = ports;
	const selected = () => selectors.selected(state());

	return {
		'filter.all'() {
			actions.stateChosen(undefined);
		},
		'filter.trouble': actions.troubleChosen,
		'account.next'() {
			const accounts = state().fleet.feeds.keys().toArray();
			if (accounts.length < 2) {
				actions.noticed('there is one account alone: --profile names several', now());
				return;
			}

			const {account} = state().view.filter;
			// Behind the last one come all.
			actions.accountChosen(accounts[account === undefined ? 0 : accounts.indexOf(account) + 1]);
		},
		...stateCommands(ports),
		'sort.turn'() {
			actions.sorted(turnSort(state().view.sort));
		},
		'copy.number'() {
			const number = selected()?.facts.number ?? '';
			if (number === '') {
				actions.noticed('there is no number to copy', now());
			} else {
				ports.copy(number, 'the number');
			}
		},
		'copy.call'() {
			const row = selected();
			if (row !== undefined) {
				copyResult(ports, copyCall(row, ports.urlOf(row.tracked.instance.account), hasSeveral(state())));
			}
		},
	};
}

function stateCommands({actions}: ControllerContext): Pick<Commands, `filter.${(typeof stateNumbers)[number]}`> {
	return Object.fromEntries(stateNumbers.map(digit => [`filter.${digit}`, () => {
		actions.stateChosen(stateOf(digit));
	}])) as Pick<Commands, `filter.${(typeof stateNumbers)[number]}`>;
}
