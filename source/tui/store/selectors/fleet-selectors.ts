import {countTroubles, type Counts, type Troubles} from '../../../core/fleet/counts.js';
import type {Inventory} from '../../../core/fleet/inventory.js';
import type {DownCount} from '../../../core/fleet/past/fleet-strip.js';
import {countsOfHour} from '../../../core/fleet/past/last-hour.js';
import {ownCounts, ownLooks} from '../../../core/fleet/past/own-counts.js';
import type {Run} from '../../../core/fleet/seen/coverage.js';
import {countAccounts, sumCounts, type AccountCounts} from '../../../core/fleet/several/count-accounts.js';
import {describeNews} from '../../../core/fleet/several/describe-news.js';
import type {Slices} from '../../../core/polling/slices.js';
import type {ClockTime} from '../../../core/text/clock-time.js';
import {second} from '../../../core/text/duration.js';
import type {State} from '../store.js';
import {memoize} from './memoize.js';
import {endlessPatience, memoizeInSlices, type Patience} from './memoize-in-slices.js';
import type {RowCache} from './row-cache.js';
import {shown} from './shown.js';

/** What is told of all instances, whatever the filter of the grid. */
export type FleetSelectors = {
	/** What happened last to many at once, of the same picture, in parts, the most important first; none where that is nothing. */
	readonly mass: (state: State, now: number) => readonly string[];
	/** The number of instances in each state: of all, or of the account that is shown alone. */
	readonly counts: (state: State) => Counts;
	/** The same of each account. */
	readonly accountCounts: (state: State) => AccountCounts;
	/** The same of all accounts, whichever is shown alone. */
	readonly fleetCounts: (state: State) => Counts;
	/** The integrations in trouble, of all or of the account that is shown alone. */
	readonly troubles: (state: State) => Troubles;
	/** How many were down in each bucket of the last hour, of all or of the account that is shown alone; none before its first answer. */
	readonly lastHour: (state: State) => readonly DownCount[];
	/** How many were down in each of so many buckets of a window, by the program's own looks. It looks through all instances once a poll. */
	readonly ownCounts: (state: State, window: Run, count: number) => readonly DownCount[];
	/** The number of changes since the picture was held; 0 if it is not held. */
	readonly changesSinceHeld: (state: State) => number;
};

/** `ahead` computes what takes long before the screen needs it: what is always asked for, and the looks while they are wanted. */
export type FleetParts = {
	readonly selectors: FleetSelectors;
	readonly ahead: (state: State) => Slices<void>;
};

/** After a frame has asked for the looks of the program, those of so many polls are collected ahead: the next frame asks for them again. */
const looksKeptFor = 2;

/** Makes the selectors of what is told of all instances. Times of day are told by `time`. */
export function createFleetSelectors(factsFor: RowCache['factsFor'], patience: Patience, time: ClockTime | undefined): FleetParts {
	const looks = memoizeInSlices(
		(state: State) => [shown(state), state.view.filter.account], ([inventory, account]) => ownLooks(inventory, account), patience,
	);
	let looksWanted = 0;
	const troubles = memoizeInSlices(
		(state: State) => [shown(state), state.view.filter.account],
		([inventory, account]) => countTroubles(inventory, instance => factsFor(instance).integrations, account),
		patience,
	);
	// What is of all instances is never that of another state, so that it is waited for; mostly it is computed ahead.
	const accountCounts = memoizeInSlices((state: State) => [shown(state)], ([inventory]) => countAccounts(inventory), endlessPatience);
	const fleetCounts = memoize((state: State) => [accountCounts.read(state)], ([counts]) => sumCounts(counts.values()));
	return {
		* ahead(state) {
			yield * troubles.ahead(state);
			yield * accountCounts.ahead(state);
			if (!(looksWanted > 0)) {
				return;
			}

			looksWanted--;
			yield * looks.ahead(state);
		},
		selectors: {
			mass: memoize(
				// Counting those that are back takes long in a large fleet, and no text of it changes within a second. Rounded down, the
				// present would be before what a poll has just shown.
				({view, fleet}: State, now: number) => {
					const {held, filter: {account}} = view;
					const {masses, inventory} = held ?? fleet;
					return [masses, inventory, held === undefined ? fleet.feeds : undefined, fleet.feeds.size > 1, account, Math.ceil(now / second)];
				},
				([masses, inventory, feeds, hasSeveral, alone, seconds]) => describeNews(masses, inventory, {
					now: seconds * second, time, isLive: account => feeds?.get(account)?.trouble === undefined, hasSeveral, alone,
				}),
			),
			counts(state) {
				const {account} = state.view.filter;
				return account === undefined ? fleetCounts(state) : accountCounts.read(state).get(account) ?? noneCounted;
			},
			accountCounts: accountCounts.read,
			fleetCounts,
			troubles: troubles.read,
			lastHour: memoize(
				({view, lastHour, hourPast}: State) => [view.held?.lastHour ?? lastHour, hourPast, view.filter.account],
				([hour, past, account]) => countsOfHour(
					hour, past === undefined || past.account !== account ? undefined : {from: past.buckets.window.from, counts: past.counts}, account,
				),
			),
			ownCounts(state, window, count) {
				looksWanted = looksKeptFor;
				return ownCounts(looks.read(state), window, count);
			},
			changesSinceHeld: state => state.view.held === undefined ? 0 : countChanges(state.view.held.inventory, state.fleet.inventory),
		},
	};
}

const noneCounted = sumCounts([]);

function countChanges(held: Inventory, present: Inventory): number {
	let changes = 0;
	for (const [key, tracked] of present.tracked) {
		const before = held.tracked.get(key);
		changes += before === undefined
			? 1
			: Math.max(0, tracked.history.seen - before.history.seen) + Number(before.gone !== tracked.gone);
	}

	for (const key of held.tracked.keys()) {
		changes += Number(!present.tracked.has(key));
	}

	return changes;
}
