import {foldPoll, type Fleet} from '../../source/core/fleet/fleet.js';
import {foldSnapshot as foldInSlices, type Folded, type Inventory} from '../../source/core/fleet/inventory.js';
import type {AccountId} from '../../source/core/instance/instance.js';
import type {Snapshot} from '../../source/core/instance/snapshot.js';
import type {Outcome} from '../../source/core/polling/outcome.js';
import {runAtOnce} from '../../source/core/polling/slices.js';
import {account, noon} from './fleet.js';

/** Folds a snapshot without a stop, as the answer of a poll at its time, with both clocks alike unless `elapsed` says otherwise. */
export function foldSnapshot(inventory: Inventory, snapshot: Snapshot, {elapsed = snapshot.at, interval = 5000} = {}): Folded {
	return runAtOnce(foldInSlices(inventory, snapshot, {at: snapshot.at, elapsed, interval}));
}

/** Folds a poll of the tests' account without a stop, with both clocks alike unless told. */
export function foldOne(fleet: Fleet, outcome: Outcome, {at = noon, elapsed = at, interval = 5000, of = account}: {
	readonly at?: number;
	readonly elapsed?: number;
	readonly interval?: number;
	readonly of?: AccountId;
} = {}): Fleet {
	return runAtOnce(foldPoll(fleet, {
		account: of, outcome, asked: {at, elapsed}, at, elapsed, interval, next: {at: at + interval, reason: 'interval'},
	}));
}

/** The outcome of a poll that brought this list, which a cache had kept for `age`. */
export function listed(snapshot: Snapshot, age = 0): Outcome {
	return {
		kind: 'ok', snapshot, budget: undefined, bytes: 1, ...age > 0 && {age},
	};
}
