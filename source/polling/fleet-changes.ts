import type {Fleet, Poll} from '../core/fleet/fleet.js';
import type {Slices} from '../core/polling/slices.js';
import {nextTurn} from '../process/next-turn.js';
import {runInSlices} from '../process/run-in-slices.js';
import {untilAborted} from '../process/until-aborted.js';

/** The fleet before and after a change. `poll` is the one that was folded; without one, only a feed changed, or the shares. */
export type FleetChange = {
	readonly before: Fleet;
	readonly fleet: Fleet;
	readonly poll: Poll | undefined;
};

/** Called with each change, in the order of the changes. The next change waits for the returned promise, unless watching ends first. */
type Subscriber = (change: FleetChange) => Promise<void> | void;

/** A change of the fleet, at once or in slices. */
type Change = (from: Fleet) => Fleet | Slices<Fleet>;

/** The fleet of a watcher, which changes are made to one after the other, so that none of two accounts is lost. */
export type FleetChanges = {
	readonly fleet: () => Fleet;
	/** Gives the function that ends the subscription. */
	readonly subscribe: (subscriber: Subscriber) => () => void;
	/** Does work that makes changes, once the work before it is done; it rejects with what the work throws. */
	readonly enqueue: (work: () => Promise<void>) => Promise<void>;
	/** Makes a change and waits for all who are told of it; only for work that is its turn. `poll` is the one that is folded. */
	readonly apply: (change: Change, poll: Poll | undefined) => Promise<void>;
};

/** Takes changes to a fleet until the signal is aborted. `prepare` is what the subscribers need done for a fleet before they get it. */
export function createFleetChanges(
	initial: Fleet,
	prepare: ((fleet: Fleet) => Slices<void>) | undefined,
	signal: AbortSignal,
): FleetChanges {
	const subscribers = new Set<Subscriber>();
	let fleet = initial;
	let lastWork: Promise<void> = Promise.resolve();
	return {
		fleet: () => fleet,
		subscribe(subscriber) {
			subscribers.add(subscriber);
			return () => {
				subscribers.delete(subscriber);
			};
		},
		async enqueue(work) {
			const own = lastWork.then(work);
			lastWork = own;
			return own;
		},
		async apply(change, poll) {
			const before = fleet;
			const changed = change(before);
			const next = 'next' in changed ? await runInSlices(changed, signal) : changed;
			if (next === undefined || next === before) {
				return;
			}

			if (prepare !== undefined && (poll !== undefined || next.inventory !== before.inventory)) {
				await runInSlices(prepare(next), signal);
				// The frame that the subscribers draw is as long as some slices: what came during the last one goes first.
				await nextTurn();
			}

			fleet = next;
			for (const subscriber of subscribers) {
				// eslint-disable-next-line no-await-in-loop -- Subscribers see the changes in one order.
				await untilAborted(subscriber({before, fleet, poll}), signal);
			}
		},
	};
}
