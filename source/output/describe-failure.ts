import {describeCountdown, describePrecisely} from '../core/text/duration.js';
import type {Trouble} from '../core/polling/feed.js';
import {penaltyWait, retryWait} from '../core/polling/rate-budget.js';
import {describeTrouble, waitAdvice} from '../core/polling/trouble.js';

/**
Describes a trouble that has ended a command, in sentences: what happened, and what the user can do. `isOneOfSeveral`: it is of one of
several accounts, whose token comes from its profile.
*/
export function describeFailure(trouble: Trouble, now: number, isOneOfSeveral = false): string {
	const {health, what} = describeTrouble(trouble);
	const told = trouble.kind === 'old-data' ? `${what} (${describePrecisely(trouble.age)})` : what;
	return `${health}: ${told}${told.endsWith('.') ? '' : '.'} ${adviceFor(trouble, now, isOneOfSeveral)}`;
}

function adviceFor(trouble: Trouble, now: number, isOneOfSeveral: boolean): string {
	switch (trouble.kind) {
		case 'rate-limited': {
			const wait = penaltyWait(trouble.budget, trouble.retryAt, now);
			return `It can be asked again in ${describeCountdown(wait)}: the calls are shared by everyone who uses the token.`;
		}

		case 'unauthorized': {
			const {tokenProblem} = trouble;
			return tokenProblem === undefined
				? `${isOneOfSeveral ? 'Let the token_file or token_command of its profile give' : 'Set RYZE_TOKEN, or the token file, to'} one that the API knows.`
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
			const {advice} = describeTrouble(trouble);
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
