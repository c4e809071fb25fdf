import {describeCountdown, describePrecisely} from '../core/text/duration.js';
import type {ConnectionState} from '../core/instance/instance.js';
import {stateWord} from '../core/instance/state-word.js';
import type {SafeText} from '../core/text/sanitize.js';
import {cutMiddle} from '../core/text/cut-middle.js';
import {cellWidth, fit} from '../core/text/measure.js';

/**
The instance that `wait` waits for, as the last poll showed it: in a state, not in the list, or unknown,
with the trouble of the poll in words if there was one.
*/
export type WaitState =
	| {readonly kind: 'seen'; readonly state: ConnectionState}
	| {readonly kind: 'absent'}
	| {readonly kind: 'unknown'; readonly trouble: string | undefined};

type Progress = {
	/** In milliseconds. */
	readonly elapsed: number;
	/** In milliseconds. */
	readonly left: number;
	/** In cells. */
	readonly width: number;
};

/** The name is not cut to fewer cells than this for the sake of what follows it. */
const leastName = 8;

/** Makes the progress line of `wait`, exactly `width` cells wide: the state, the time that has passed, the time that is left. */
export function describeProgress(name: SafeText, waitState: WaitState, {elapsed, left, width}: Progress): string {
	const rest = `: ${describeWaitState(waitState)}, ${describePrecisely(elapsed)} elapsed, ${describeCountdown(left)} left`;
	return fit(cutMiddle(name, Math.max(leastName, width - cellWidth(rest)), '~') + rest, width, {ellipsis: '~'});
}

/** Words for the state of the instance that `wait` waits for. */
export function describeWaitState(waitState: WaitState): string {
	switch (waitState.kind) {
		case 'seen': {
			return stateWord(waitState.state);
		}

		case 'absent': {
			return 'not in the account';
		}

		case 'unknown': {
			return waitState.trouble ?? 'asking';
		}
	}
}
