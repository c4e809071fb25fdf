import {initialPolling, nextPoll} from '../../../../source/core/polling/next-poll.js';
import type {Outcome} from '../../../../source/core/polling/outcome.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {createActions} from '../../../../source/tui/store/actions.js';
import {createSelectors} from '../../../../source/tui/store/selectors.js';
import {createMonitorStore} from '../../../../source/tui/store/store.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../../helpers/fleet.js';

/** A store with its actions, fed by hand; `poll` is an answer with these instances. */
export function createMonitor() {
	const store = createMonitorStore({accounts: [{id: account, host: sanitize('example.com')}], interval: 5000, startedAt: noon});
	const selectors = createSelectors(unicodeSymbols);
	const actions = createActions(store, selectors);
	const end = (outcome: Outcome, at: number) => {
		const {delay, reason} = nextPoll(initialPolling, outcome, {now: at, jitter: 0, policy: {interval: 5000}});
		actions.pollStarted(account);
		actions.pollEnded({
			account, outcome, at, next: {at: at + delay, reason},
		});
	};

	return {
		store,
		selectors,
		actions,
		end,
		poll(items: readonly WireItem[], at: number) {
			end({
				kind: 'ok', snapshot: snapshotOf(items, at), budget: undefined, bytes: 1,
			}, at);
		},
		names: () => selectors.rows(store.getState()).map(({tracked}) => tracked.instance.name),
		selected: () => selectors.selected(store.getState())?.tracked.instance.name,
	};
}
