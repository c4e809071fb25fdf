import {describeCountdown, describePrecisely} from '../core/text/duration.js';
import type {ConnectionState} from '../core/instance/instance.js';
import {stateWord} from '../core/instance/state-word.js';
import type {SafeText} from '../core/text/sanitize.js';
import {fit} from '../core/text/measure.js';

/** What is known of the instance that is waited for: its state, that it is not there, or nothing yet, with the trouble there is. */
export type WaitState =
	| {readonly kind: 'seen'; readonly state: ConnectionState}
	| {readonly kind: 'absent'}
	| {readonly kind: 'unknown'; readonly trouble: string | undefined};

/** How far the waiting is, in exactly so many cells: the state, the time that has passed, the time that is left. */
export function describeProgress(name: SafeText, sight: WaitState, {elapsed, left, width}: {readonly elapsed: number; readonly left: number; readonly width: number}): string {
	return fit(`${name}: ${describeWaitState(sight)}, ${describePrecisely(elapsed)} elapsed, ${describeCountdown(left)} left`, width, {ellipsis: '.'});
}

/** What an instance is, in words. */
export function describeWaitState(sight: WaitState): string {
	switch (sight.kind) {
		case 'seen': {
			return stateWord(sight.state);
		}

		case 'absent': {
			return 'not in the account';
		}

		case 'unknown': {
			return sight.trouble ?? 'asking';
		}
	}
}
