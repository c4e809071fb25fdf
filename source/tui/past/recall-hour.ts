import {hourBuckets} from '../../core/fleet/past/last-hour.js';
import type {Actions} from '../store/actions.js';
import type {Store} from '../store/store.js';
import {createFleetPast, type FleetPastPorts} from './recall-fleet.js';

export type RecallHourPorts = Omit<FleetPastPorts, 'recalled' | 'lookUpEvery'> & {
	readonly store: Store;
	readonly actions: Pick<Actions, 'lastHourRecalled'>;
	readonly now: () => number;
};

/**
Makes the function that looks up, after a poll that ended at `at`, what is remembered of the last hour: of all accounts, or of the one that
is shown alone. What comes after the start is seen by the polls themselves, so that it is looked up only when a bucket is over, for what
others saw meanwhile, when an account gives its first answer, and, at once, when a person chooses other accounts.
*/
export function recallHour({store, actions, now, ...ports}: RecallHourPorts): (at: number) => void {
	const recall = createFleetPast({...ports, recalled: actions.lastHourRecalled, lookUpEvery: 0});
	let last = '';
	const lookUp = (at: number) => {
		const {view, fleet} = store.getState();
		const {account} = view.filter;
		const buckets = hourBuckets(at);
		const key = `${buckets.window.from} ${fleet.inventory.coverage.size} ${account ?? ''}`;
		if (key === last) {
			return;
		}

		last = key;
		recall(buckets, account);
	};

	store.subscribe((state, before) => {
		if (state.view.filter.account !== before.view.filter.account) {
			lookUp(now());
		}
	});
	return lookUp;
}
