import {describeCountdown, describePrecisely} from '../core/text/duration.js';
import type {Trouble} from '../core/polling/feed.js';
import {penaltyWait, retryWait} from '../core/polling/rate-budget.js';
import {describeTrouble, waitAdvice} from '../core/polling/trouble.js';

/**
Describes a trouble that has ended a command, in sentences: what happened, and what the user can do. `profile` is the one of
its account, where that is one of several.
*/
export function describeFailure(trouble: Trouble, now: number, profile?: string): string {
	const {health, what} = describeTrouble(trouble, profile);
	const told = trouble.kind === 'old-data' ? `${what} (${describePrecisely(trouble.age)})` : what;
	return `${health}: ${told}${told.endsWith('.') ? '' : '.'} ${adviceFor(trouble, now, profile)}`;
}

function adviceFor(trouble: Trouble, now: number, profile: string | undefined): string {
	switch (trouble.kind) {
		case 'rate-limited': {
			const wait = penaltyWait(trouble.budget, trouble.retryAt, now);
			return `It can be asked again in ${describeCountdown(wait)}: the calls are shared by everyone who uses the token.`;
		}

		case 'unauthorized': {
			const {tokenProblem} = trouble;
			return tokenProblem === undefined
				? `${profile === undefined ? 'Set RYZE_TOKEN, or the token file, to' : 'Let the token_file or token_command of its profile give'} one that the API knows.`
				: asSentence(tokenProblem.replace(/\.$/v, ''));
		}

		case 'wrong-path':
		case 'redirected':
		case 'refused':
		case 'server-error':
		case 'malformed':
		case 'old-data':
		case 'overdue':
		case 'unwatched':
		case 'unreachable': {
			const {advice} = describeTrouble(trouble, profile);
			const wait = 'retryAt' in trouble ? retryWait(trouble.retryAt, now) : 0;
			const later = wait > 0 ? `Try again in ${describeCountdown(wait)}.` : 'Try again in a while.';
			return advice === waitAdvice ? later : asSentence(advice);
		}
	}
}

/** Makes a clause a sentence. */
export function asSentence(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('?') ? '' : '.'}`;
}
