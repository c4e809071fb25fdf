import {flapCount, flapWindow} from '../../fleet/flapping.js';
import type {MonitorEvent} from '../../fleet/events.js';

/** A change of the state of an instance, as an event. */
export type Change = Extract<MonitorEvent, {readonly kind: 'instance'}>;

/**
Finds in the changes of one instance, newest first, those in which it flapped: each time it did, all changes of which any four that follow
each other were within ten minutes. The times of changes of two eras cannot be compared.
*/
export function findFlaps(changes: readonly Change[]): ReadonlyArray<readonly Change[]> {
	const runs: Change[][] = [];
	let end = 0;
	for (const [first, newest] of changes.entries()) {
		const last = first + flapCount - 1;
		const oldest = changes[last];
		if (oldest === undefined) {
			break;
		}

		if (eraOf(newest) !== eraOf(oldest) || newest.at - oldest.at >= flapWindow) {
			continue;
		}

		const run = runs.at(-1);
		if (run !== undefined && first < end) {
			run.push(...changes.slice(end, last + 1));
		} else {
			runs.push(changes.slice(first, last + 1));
		}

		end = last + 1;
	}

	return runs;
}

function eraOf({happening}: Change): number | undefined {
	return happening.kind === 'changed' ? happening.transition.era : undefined;
}
