import type {Fleet} from '../../core/fleet/fleet.js';
import type {OlderEvents} from '../../core/fleet/memory/older-events.js';
import type {EventCursor} from '../../core/fleet/memory/remembered.js';
import {addCounts, type DownCount} from '../../core/fleet/past/fleet-strip.js';
import type {Slices} from '../../core/polling/slices.js';
import type {CountOptions} from '../../history/past/down-counts.js';
import type {Tracked} from '../../core/fleet/tracked.js';
import type {Transition} from '../../core/fleet/transitions.js';
import type {AccountId, InstanceKey} from '../../core/instance/instance.js';
import {createMemoryFile, type MemoryFile, type MemoryFileOptions} from './memory-file.js';

/** The memory of a process that watches. */
export type WatchMemory = Omit<MemoryFile, 'rememberings'> & {
	/** The changes of an instance that are remembered since a time, from before those that it has already, oldest first. */
	readonly pastOf: (tracked: Tracked, from: number) => readonly Transition[];
	/** What happened in an account before a cursor, some of it; `undefined` without an open memory. The ids go down from the lowest so far. */
	readonly eventsBefore: (account: AccountId, fleet: Fleet, cursor: EventCursor, lowestId: number) => OlderEvents | undefined;
	/** How many of all accounts, or of one, were not connected in each bucket of a window; `undefined` where nothing is remembered. */
	readonly downCounts: (options: CountOptions, account?: AccountId) => Slices<readonly DownCount[] | undefined>;
	/** Notes that a person acknowledged the state of an instance that began at `since`, or took that back. */
	readonly acknowledge: (account: AccountId, key: InstanceKey, since: number | undefined, at: number) => void;
	/** Notes that a monitor of these accounts was looked at. */
	readonly visited: (at: number) => void;
};

/** Makes the memory of a watcher, whose file is opened when a poll asks for that. */
export function createWatchMemory(options: MemoryFileOptions): WatchMemory {
	const {rememberings, ...file} = createMemoryFile(options);
	return {
		...file,
		pastOf: (tracked, from) => rememberings().get(tracked.instance.account)?.pastOf(tracked, from) ?? [],
		eventsBefore: (account, fleet, cursor, lowestId) => rememberings().get(account)?.eventsBefore(fleet, cursor, lowestId),
		* downCounts(window, account) {
			let sum: readonly DownCount[] | undefined;
			for (const [of, remembering] of rememberings()) {
				if ((account ?? of) !== of) {
					continue;
				}

				const counts = yield * remembering.downCounts(window);
				sum = sum === undefined || counts === undefined ? sum ?? counts : addCounts(sum, counts);
			}

			return sum;
		},
		acknowledge(account, key, since, at) {
			rememberings().get(account)?.acknowledge(key, since, at);
		},
		visited(at) {
			for (const remembering of rememberings().values()) {
				remembering.visited(at);
			}
		},
	};
}
