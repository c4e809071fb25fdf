import type {Fleet} from '../fleet/fleet.js';
import {lookedAt} from '../fleet/inventory.js';
import {countBack} from '../fleet/mass-event.js';
import {rowIn, type Row} from '../fleet/row.js';
import type {Tracked} from '../fleet/tracked.js';
import {factsOf, type Facts} from '../instance/facts.js';
import type {AccountId, Instance} from '../instance/instance.js';
import {odditiesOf} from '../instance/oddities.js';
import {takeInSlices, type Slices} from '../polling/slices.js';
import {troubleLabel} from '../polling/trouble-label.js';
import type {AccountFacts} from './account-samples.js';

const instancesPerSlice = 50;

/**
Makes what reads a fleet for the metrics. It keeps the facts of the instances, which few polls change. An instance is told as it was at the
last good poll of its account, however long ago that is.
*/
export function createFleetReader(): (fleet: Fleet, accounts: readonly AccountId[]) => Slices<readonly AccountFacts[]> {
	const kept = new WeakMap<Instance, Facts>();
	const factsFor = ({instance, odd}: Tracked) => {
		const facts = kept.get(instance) ?? factsOf(instance, {odd: odditiesOf(odd)});
		kept.set(instance, facts);
		return facts;
	};

	return function * (fleet, accounts) {
		const {inventory, feeds, masses} = fleet;
		const rows = new Map<AccountId, Row[]>(accounts.map(account => [account, []]));
		yield * takeInSlices(inventory.tracked.values(), instancesPerSlice, tracked => {
			const {instance, gone} = tracked;
			if (gone !== undefined) {
				return;
			}

			const now = lookedAt(inventory, instance.account) ?? 0;
			rows.get(instance.account)?.push(rowIn(inventory, tracked, {now, facts: factsFor(tracked), isAcknowledged: false}));
		});
		return accounts.map(account => {
			const feed = feeds.get(account);
			const event = masses.get(account)?.event;
			return {
				account,
				rows: rows.get(account) ?? [],
				at: feed?.answeredAt,
				rejected: feed?.rejected ?? 0,
				budget: feed?.budget,
				isUp: feed === undefined || feed.polls.made === 0 ? undefined : feed.trouble === undefined,
				trouble: feed?.trouble && troubleLabel(feed.trouble.outcome),
				server: feed?.server,
				watched: {fallen: event === undefined ? 0 : event.fallen.size - countBack(event, inventory)},
			};
		});
	};
}
