import {describeCountdown} from '../core/text/duration.js';
import type {Trouble} from '../core/polling/feed.js';
import {penaltyWait} from '../core/polling/rate-budget.js';
import {describeTrouble, triedAgain} from '../core/polling/trouble.js';

/** A trouble in words for a command that has ended over it: what happened, and what a person can do. */
export function describeFailure(trouble: Trouble, now: number): string {
	const {health, what} = describeTrouble(trouble);
	return `${health}: ${what}${what.endsWith('.') ? '' : '.'} ${adviceFor(trouble, now)}`;
}

function adviceFor(trouble: Trouble, now: number): string {
	switch (trouble.kind) {
		case 'rate-limited': {
			return `It can be asked again in ${describeCountdown(penaltyWait(trouble.budget, trouble.retryAt, now))}: the calls are shared by everyone who uses the token.`;
		}

		case 'unauthorized': {
			return 'Set RYZE_TOKEN, or the token file, to one that the API knows.';
		}

		case 'wrong-path':
		case 'redirected':
		case 'refused':
		case 'server-error':
		case 'malformed':
		case 'unreachable': {
			const {advice} = describeTrouble(trouble);
			return advice === triedAgain ? 'Try again in a while.' : `${advice.charAt(0).toUpperCase()}${advice.slice(1)}${advice.endsWith('?') ? '' : '.'}`;
		}
	}
}
