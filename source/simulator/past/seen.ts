import type {Span} from './calendar.js';
import type {StateFrom} from './lapses.js';

/**
Tells what a watcher saw of an instance's states, which are in order: nothing in a hole, and at its end the state that the instance had
then. What comes after the last look was not seen.
*/
export function seeStates(states: readonly StateFrom[], watched: readonly Span[]): readonly StateFrom[] {
	const seen: StateFrom[] = [];
	let index = 0;
	for (const {at, state} of states) {
		while ((watched[index]?.to ?? Infinity) < at) {
			index += 1;
		}

		const watch = watched[index];
		if (watch === undefined) {
			return seen;
		}

		const seenAt = Math.max(at, watch.from);
		if (seen.at(-1)?.at === seenAt) {
			seen.pop();
		}

		if (seen.at(-1)?.state !== state) {
			seen.push({at: seenAt, state});
		}
	}

	return seen;
}
