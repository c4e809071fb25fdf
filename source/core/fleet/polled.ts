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

/** Adds a poll that ended at `look`. Trouble begins with the first that was in trouble, and ends with the first that was not. */
export function foldPolled(before: Polled | undefined, isTroubled: boolean, look: Look): Polled {
	const coverage = addLook(before?.coverage, look);
	const lastSeen = before?.coverage.era === coverage.era ? lastLook(before.coverage) : undefined;
	return {coverage, trouble: isTroubled ? before?.trouble ?? beganAt(look, coverage.era, lastSeen) : undefined};
}

/** How long the trouble lasted that was there before the poll of `look`, and is over with it; `undefined` where there was none. */
export function troubleLasted({coverage, trouble}: Polled, look: Look): Lasted | undefined {
	return trouble === undefined
		? undefined
		: lastedUntil(trouble, {coverage, lastSeen: lastLook(coverage), look});
}
