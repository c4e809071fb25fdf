import {isAnswer, type Outcome} from '../polling/outcome.js';
import {
	addLook,
	lastLook,
	type Coverage,
	type Look,
} from './seen/coverage.js';
import {
	beganAt,
	lastedUntil,
	type Lasted,
	type Since,
} from './seen/since.js';

/**
What was seen of the polling of an account itself: the time that its polls cover, whether they brought an answer or not,
and the beginning of its present trouble. Only a poll shows whether there is trouble, so that each of them is a look at it.
*/
export type Polled = {
	readonly coverage: Coverage;
	readonly trouble: Since | undefined;
};

/** Adds a poll that ended at `look`. Trouble begins with the first that brought no answer, and ends with the first that brought one. */
export function foldPolled(before: Polled | undefined, outcome: Outcome, look: Look): Polled {
	const coverage = addLook(before?.coverage, look);
	const lastSeen = before?.coverage.era === coverage.era ? lastLook(before.coverage) : undefined;
	return {coverage, trouble: isAnswer(outcome) ? undefined : before?.trouble ?? beganAt(look, coverage.era, lastSeen)};
}

/** How long the trouble lasted that was there before the poll of `look`, and is over with it; `undefined` where there was none. */
export function troubleLasted({coverage, trouble}: Polled, look: Look): Lasted | undefined {
	return trouble === undefined
		? undefined
		: lastedUntil(trouble, {coverage, lastSeen: lastLook(coverage), look});
}
