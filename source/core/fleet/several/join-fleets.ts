import {emptyLog} from '../events.js';
import type {Fleet} from '../fleet.js';

/** Joins fleets that have no account in common, without their logs: events of several are in one order only where one watcher saw them. */
export function joinFleets(fleets: readonly Fleet[]): Fleet {
	const join = <Key, Value>(read: (fleet: Fleet) => ReadonlyMap<Key, Value>) => new Map(fleets.flatMap(fleet => [...read(fleet)]));
	return {
		inventory: {
			tracked: join(({inventory}) => inventory.tracked),
			coverage: join(({inventory}) => inventory.coverage),
			changes: join(({inventory}) => inventory.changes),
			shares: join(({inventory}) => inventory.shares),
		},
		feeds: join(({feeds}) => feeds),
		polled: join(({polled}) => polled),
		log: emptyLog,
		masses: join(({masses}) => masses),
	};
}
