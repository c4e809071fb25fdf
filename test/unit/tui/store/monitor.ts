import {newFleet} from '../../../../source/core/fleet/fleet.js';
import type {Outcome} from '../../../../source/core/polling/outcome.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {createActions} from '../../../../source/tui/store/actions.js';
import type {Patience} from '../../../../source/tui/store/selectors/memoize-in-slices.js';
import {createSelectors} from '../../../../source/tui/store/selectors/selectors.js';
import {createMonitorStore} from '../../../../source/tui/store/store.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../../helpers/fleet.js';
import {foldOne, listed} from '../../../helpers/fold-snapshot.js';

/** A store with its actions, fed by hand; `poll` is an answer with these instances. */
export function createMonitor(patience?: Patience) {
	const fleet = newFleet([{account, host: sanitize('example.com')}]);
	const store = createMonitorStore({fleet, interval: 5000, startedAt: noon});
	const selectors = createSelectors(unicodeSymbols, undefined, patience);
	const actions = createActions(store, selectors);
	const end = (outcome: Outcome, at: number, elapsed = at) => {
		const next = foldOne(store.getState().fleet, outcome, {at, elapsed});
		runAtOnce(actions.fleetPrepared(next));
		actions.fleetPolled(next, at);
	};

	return {
		store,
		selectors,
		actions,
		end,
		poll(items: readonly WireItem[], at: number, elapsed = at) {
			end(listed(snapshotOf(items, at)), at, elapsed);
		},
		names: () => selectors.rows(store.getState()).map(({tracked}) => tracked.instance.name),
		selected: () => selectors.selected(store.getState())?.tracked.instance.name,
	};
}
