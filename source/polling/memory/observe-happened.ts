import {isOfServer} from '../../core/fleet/events.js';
import type {Fleet, Poll} from '../../core/fleet/fleet.js';
import type {Inventory} from '../../core/fleet/inventory.js';
import {uidOf} from '../../core/fleet/memory/uid.js';
import type {Tracked} from '../../core/fleet/tracked.js';
import type {AccountId} from '../../core/instance/instance.js';
import {takeInSlices, type Slices} from '../../core/polling/slices.js';
import {serverRecord} from '../../core/polling/server-code.js';
import {troubleCode} from '../../core/polling/trouble-code.js';
import type {MassFall, OddChange, Trouble} from '../../history/record/good-poll.js';
import {dateOf} from './observe.js';

/** Number of instances in a slice: so many are compared within a few milliseconds. */
const perSlice = 2000;

/**
The oddities of an account's instances that began or ended with a poll, as they are recorded. One of an instance that is gone has not ended.

@yields Nothing.
*/
export function * observeOddities(before: Inventory, after: Inventory, account: AccountId): Slices<readonly OddChange[]> {
	const coverage = after.coverage.get(account);
	const changes: OddChange[] = [];
	if (coverage === undefined) {
		return changes;
	}

	const changeOf = ({instance: {key, name}}: Tracked, what: string, {since, ended}: {
		readonly since: Tracked['since'];
		readonly ended: number | undefined;
	}): OddChange => ({
		uid: uidOf(key), name, what, began: dateOf(since, coverage), slack: since.slack, ended,
	});
	yield * takeInSlices(after.tracked, perSlice, ([key, tracked]) => {
		const former = before.tracked.get(key)?.odd;
		if (tracked.odd === former || tracked.instance.account !== account || tracked.gone !== undefined) {
			return;
		}

		for (const [what, since] of tracked.odd) {
			if (former?.has(what) !== true) {
				changes.push(changeOf(tracked, what, {since, ended: undefined}));
			}
		}

		for (const [what, since] of former ?? []) {
			if (!tracked.odd.has(what)) {
				changes.push(changeOf(tracked, what, {since, ended: coverage.at}));
			}
		}
	});
	return changes;
}

/** The trouble of an account's polling that is over with a poll, as it is recorded. */
export function troubleEnded(before: Fleet, after: Fleet, {account, at}: Pick<Poll, 'account' | 'at'>): Trouble | undefined {
	const former = before.feeds.get(account)?.trouble?.outcome;
	const since = before.polled.get(account)?.trouble;
	return former === undefined || former.kind === 'unwatched' || since === undefined || after.feeds.get(account)?.trouble !== undefined
		? undefined
		: {...troubleCode(former), began: Math.min(since.at, at), ended: at};
}

/** What a look at the server of an account showed, as it is recorded: a restart, and an illness that is over. */
export function serverTroubles({log: {nextId}}: Fleet, {log: {events}}: Fleet, account: AccountId): readonly Trouble[] {
	return events.filter(event => event.id >= nextId && event.account === account).toReversed()
		.map(event => isOfServer(event) ? serverRecord(event, event.at) : undefined)
		.filter(record => record !== undefined);
}

/** The fall of many instances of an account that goes on after a poll, or is over with it, as it is recorded. */
export function massOf(before: Fleet, after: Fleet, account: AccountId): MassFall | undefined {
	const event = after.masses.get(account)?.event;
	const former = before.masses.get(account)?.event;
	const shown = event ?? former;
	return shown && {
		began: shown.from,
		until: shown.until,
		fallen: shown.fallen.size,
		listed: shown.of,
		ended: event === undefined ? after.inventory.coverage.get(account)?.at : undefined,
	};
}
