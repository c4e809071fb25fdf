import {transitionsOf} from '../packed-history.js';
import type {Tracked} from '../tracked.js';
import type {Transition} from '../transitions.js';
import {transitionOf} from './dated.js';
import type {RememberedChange, Watch} from './remembered.js';

/** The changes of an instance that are remembered from before those that it has already, oldest first. */
export function olderTransitions(
	{instance, history}: Tracked,
	changes: readonly RememberedChange[],
	watches: readonly Watch[],
): readonly Transition[] {
	const first = transitionsOf(instance, history)[0]?.at ?? Infinity;
	return changes.flatMap(change => {
		const {at, was, became} = change;
		return at < first && was !== undefined && became !== undefined ? [transitionOf(instance, {...change, was, became}, {watches})] : [];
	});
}
