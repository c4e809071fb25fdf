import {uidOf} from '../../core/fleet/memory/uid.js';
import {transitionsOf} from '../../core/fleet/packed-history.js';
import {eraStart, type Coverage} from '../../core/fleet/seen/coverage.js';
import type {Inventory} from '../../core/fleet/inventory.js';
import type {Tracked} from '../../core/fleet/tracked.js';
import type {AccountId} from '../../core/instance/instance.js';
import {takeInSlices, type Slices} from '../../core/polling/slices.js';
import type {Observed} from '../../history/record/record.js';

/** Number of instances in a slice: so many are compared within a few milliseconds. */
const perSlice = 2000;

/** All instances that the last list of an account had, as they are recorded. */
export function observeAll({tracked, coverage}: Inventory, account: AccountId): readonly Observed[] {
	const found = coverage.get(account);
	return found === undefined
		? []
		: tracked.values()
			.filter(({instance, gone}) => instance.account === account && gone === undefined)
			.map(each => observe(each, found))
			.toArray();
}

/**
The instances of an account whose state or name is another one than before, as they are recorded.

@yields Nothing.
*/
export function * observeChanges(before: Inventory, after: Inventory, account: AccountId): Slices<readonly Observed[]> {
	const coverage = after.coverage.get(account);
	const last = before.coverage.get(account);
	const changes: Observed[] = [];
	if (coverage === undefined || last === undefined) {
		return changes;
	}

	const slack = last.era === coverage.era ? Math.max(0, coverage.at - last.at) : undefined;

	yield * takeInSlices(after.tracked, perSlice, ([key, tracked]) => {
		const previous = before.tracked.get(key);
		if (tracked !== previous && tracked.instance.account === account && (previous === undefined || isOther(previous, tracked))) {
			changes.push(observeChange(previous, tracked, {coverage, slack}));
		}
	});
	return changes;
}

/**
All changes of an account that were seen in the present era, oldest first, as they are recorded: for a memory that was opened or begun anew
after they were seen.

@yields Nothing.
*/
export function * observeSeen({tracked, coverage}: Inventory, account: AccountId): Slices<readonly Observed[]> {
	const found = coverage.get(account);
	const seen: Observed[] = [];
	if (found === undefined) {
		return seen;
	}

	yield * takeInSlices(tracked.values(), perSlice, each => {
		if (each.instance.account === account) {
			seen.push(...observeTransitions(each, found));
		}
	});
	return seen.toSorted((one, other) => one.at - other.at);
}

function observeTransitions(tracked: Tracked, coverage: Coverage): readonly Observed[] {
	const {instance, history, goneSince} = tracked;
	const uid = uidOf(instance.key);
	const changes = transitionsOf(instance, history).filter(({era}) => era === coverage.era).map(({at, to, name, former}): Observed => ({
		uid, name, state: to, at, slack: Math.max(0, at - former.to), former: {state: former.state, at: dateOf(former.since, coverage)},
	}));
	return goneSince?.era === coverage.era
		? [...changes, {
			...observe(tracked, coverage),
			state: undefined, at: goneSince.at, slack: goneSince.slack, former: {state: instance.state, at: dateOf(tracked.since, coverage)},
		}]
		: changes;
}

function isOther(previous: Tracked, tracked: Tracked): boolean {
	return previous.history.latest !== tracked.history.latest
		|| (previous.gone === undefined) !== (tracked.gone === undefined)
		|| previous.instance.name !== tracked.instance.name;
}

/** The coverage of the account after a look, and the time since the look before it. */
type LookedAt = {readonly coverage: Coverage; readonly slack: number | undefined};

function observeChange(previous: Tracked | undefined, tracked: Tracked, {coverage, slack}: LookedAt): Observed {
	const observed = observe(tracked, coverage);
	if (previous === undefined) {
		return {...observed, slack};
	}

	const former = {
		state: previous.gone === undefined ? previous.instance.state : undefined,
		at: dateOf(previous.goneSince ?? previous.since, coverage),
	};
	const {goneSince} = tracked;
	if (goneSince !== undefined) {
		return {
			...observed, state: undefined, at: dateOf(goneSince, coverage), slack: goneSince.slack, former,
		};
	}

	// One that came back is in its state since it did, for the record: nothing was seen of it meanwhile.
	return previous.gone === undefined
		? {...observed, former}
		: {
			...observed, at: coverage.at, slack, former,
		};
}

function observe({instance: {key, name, state}, since}: Tracked, coverage: Coverage): Observed {
	return {
		uid: uidOf(key), name, state, at: dateOf(since, coverage), slack: since.slack,
	};
}

/** A time in the present era. What began in a former one was there at its beginning. */
export function dateOf({at, era}: Pick<Tracked['since'], 'at' | 'era'>, coverage: Coverage): number {
	return era === coverage.era ? at : eraStart(coverage);
}
