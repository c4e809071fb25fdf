import type {AccountId} from '../../instance/instance.js';
import type {Inventory} from '../inventory.js';
import {transitionsOf} from '../packed-history.js';
import {runsOf, type Run} from '../seen/coverage.js';
import type {DownCount} from './fleet-strip.js';

/**
How many instances were not connected in each bucket of a window, by what the program has seen itself: from the present back, since each
change tells the state before it. With an account those of its instances alone are counted.
*/
export function ownCounts({tracked, coverage}: Pick<Inventory, 'tracked' | 'coverage'>, {from, to}: Run, count: number, account?: AccountId): readonly DownCount[] {
	const length = (to - from) / count;
	const steps: Array<{readonly at: number; readonly by: number}> = [];
	let [down, listed] = [0, 0];
	for (const {instance, history, gone} of tracked.values()) {
		if ((account ?? instance.account) !== instance.account) {
			continue;
		}

		down += Number(gone === undefined && instance.state.kind !== 'connected');
		listed += Number(gone === undefined);
		for (const {at, to: became, former} of transitionsOf(instance, history)) {
			const by = Number(became.kind !== 'connected') - Number(former.state.kind !== 'connected');
			if (by !== 0 && at >= from) {
				steps.push({at, by});
			}
		}
	}

	steps.sort((one, other) => other.at - one.at);
	const runs = coverage.entries().flatMap(([of, each]) => (account ?? of) === of ? runsOf(each) : []).toArray();
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
