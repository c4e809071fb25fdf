import type {AccountId} from '../../instance/instance.js';
import {takeInSlices, type Slices} from '../../polling/slices.js';
import type {Inventory} from '../inventory.js';
import {transitionsOf} from '../packed-history.js';
import {runsOf, type Run} from '../seen/coverage.js';
import type {DownCount} from './fleet-strip.js';

/**
What the program has seen itself: how many are down and listed now, the times at which one more or one less was, the latest first, and when
anybody looked. All windows of time are counted of it.
*/
export type OwnLooks = {
	readonly down: number;
	readonly listed: number;
	readonly steps: ReadonlyArray<{readonly at: number; readonly by: number}>;
	readonly runs: readonly Run[];
};

/** Number of instances in a slice, whose transitions are unpacked. */
const perSlice = 200;

/**
Collects the looks of the program, with an account those at its instances alone; this alone walks over all instances.

@yields Nothing.
*/
export function * ownLooks({tracked, coverage}: Pick<Inventory, 'tracked' | 'coverage'>, account?: AccountId): Slices<OwnLooks> {
	const steps: Array<{readonly at: number; readonly by: number}> = [];
	let [down, listed] = [0, 0];
	yield * takeInSlices(tracked.values(), perSlice, ({instance, history, gone}) => {
		if ((account ?? instance.account) !== instance.account) {
			return;
		}

		down += Number(gone === undefined && instance.state.kind !== 'connected');
		listed += Number(gone === undefined);
		for (const {at, to: became, former} of transitionsOf(instance, history)) {
			const by = Number(became.kind !== 'connected') - Number(former.state.kind !== 'connected');
			if (by !== 0) {
				steps.push({at, by});
			}
		}
	});

	steps.sort((one, other) => other.at - one.at);
	return {
		down, listed, steps, runs: coverage.entries().flatMap(([of, each]) => (account ?? of) === of ? runsOf(each) : []).toArray(),
	};
}

/** How many instances were not connected in each bucket of a window: from the present back, since each change tells the state before it. */
export function ownCounts({down: now, listed, steps, runs}: OwnLooks, {from, to}: Run, count: number): readonly DownCount[] {
	const length = (to - from) / count;
	let down = now;
	const counts: DownCount[] = [];
	let next = 0;
	for (let index = count - 1; index >= 0; index--) {
		const start = from + (index * length);
		let most = down;
		for (let step = steps[next]; step !== undefined && step.at >= start; step = steps[++next]) {
			down -= step.by;
			most = Math.max(most, down);
		}

		const isWatched = runs.some(run => run.from < start + length && run.to >= start);
		counts.push(isWatched ? {down: most, listed} : undefined);
	}

	return counts.toReversed();
}
