import type {Outcome} from './outcome.js';
import type {Trouble} from './feed.js';

/**
The word for an outcome, or for a trouble, in the labels of metrics: its kind, but for a token that is missing, with which nothing was sent.
It is no refusal, and a person mends it elsewhere.
*/
export function troubleLabel(outcome: Outcome | Trouble): string {
	return outcome.kind === 'unauthorized' && outcome.status === 0 ? 'no-token' : outcome.kind;
}
