import type {CommandId} from '../../core/keymap/bindings.js';
import {isWorthKnowing, type Row} from '../../core/fleet/row.js';
import {instanceName} from '../../core/fleet/several/instance-name.js';
import {sanitize} from '../../core/text/sanitize.js';
import {hasSeveral} from '../store/has-several.js';
import {gridRows} from '../views/grid.js';
import {openView} from '../views/views.js';
import type {Commands, ControllerContext} from './context.js';

/** Makes the handlers that acknowledge the selected instance, or all that are shown. */
export function createAcknowledgeCommands(ports: ControllerContext): Pick<Commands, Extract<CommandId, `acknowledge.${string}`>> {
	const {actions, selectors, state, now, layout} = ports;
	return {
		'acknowledge.toggle'() {
			const row = selectors.selected(state());
			if (row === undefined) {
				return;
			}

			const {instance, since} = row.tracked;
			actions.acknowledged(instance.key, since.at, (openView(state()).listHeight ?? gridRows)(layout()));
			const consequence = row.isAcknowledged ? 'is no longer acknowledged' : 'is acknowledged until its state changes';
			actions.noticed(consequence, now(), {name: instanceName(instance, hasSeveral(state()))});
		},
		'acknowledge.shown'() {
			askForAll(ports);
		},
	};
}

/**
Asks whether all that are shown and not fine shall be acknowledged, each in its present state; where all of them are, whether that shall be
taken back. Those that are fine need nobody's attention, so that they are left as they are.
*/
function askForAll({actions, selectors, state, now, asking}: ControllerContext): void {
	const rows = selectors.rows(state());
	const open = rows.filter(row => isWorthKnowing(row));
	const known = rows.filter(row => row.isAcknowledged);
	if (open.length === 0 && known.length === 0) {
		actions.noticed(rows.length === 0 ? 'there is no instance to acknowledge' : 'all that are shown are fine: there is nothing to acknowledge', now());
	} else if (open.length > 0) {
		asking.ask({
			question: {command: sanitize(`acknowledge ${open.length} shown`)},
			refusal: 'nothing is acknowledged',
			whenYes() {
				actions.allAcknowledged(keysOf(open, ({tracked}) => tracked.since.at));
				actions.noticed(`${open.length} acknowledged until ${open.length === 1 ? 'its state changes' : 'their states change'}`, now());
			},
		});
	} else {
		asking.ask({
			question: {command: sanitize(`take back the acknowledgement of ${known.length} shown`)},
			refusal: 'nothing is taken back',
			whenYes() {
				actions.allAcknowledged(keysOf(known, () => undefined));
				actions.noticed(`${known.length} no longer acknowledged`, now());
			},
		});
	}
}

function keysOf<Value>(rows: readonly Row[], value: (row: Row) => Value): ReadonlyMap<Row['tracked']['instance']['key'], Value> {
	return new Map(rows.map(row => [row.tracked.instance.key, value(row)]));
}
