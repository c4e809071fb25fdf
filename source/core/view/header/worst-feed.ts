import type {Feed} from '../../polling/feed.js';
import {describeTrouble, type TroubleWords} from '../../polling/trouble.js';

/** Troubles from the worst on: those that a person has to mend stand before those that may pass by themselves. */
const worstFirst: ReadonlyArray<TroubleWords['health']> = [
	'token refused', 'no token', 'unreachable', 'no usable answer', 'no answer', 'rate limited', 'old data',
];

/** How bad the polling of an account is: 0 is the worst. Behind all troubles come a feed without an answer, and one that waits for one. */
function rankOf({trouble, answeredAt, isWaiting}: Feed): number {
	if (trouble !== undefined) {
		return worstFirst.indexOf(describeTrouble(trouble.outcome).health);
	}

	return worstFirst.length + (answeredAt === undefined ? 0 : (isWaiting ? 1 : 2));
}

/** Whether the answers of an account come as they should. */
export function isWell(feed: Feed): boolean {
	return rankOf(feed) === worstFirst.length + 2;
}

/** Feeds from the one in the worst health on; of two in the same health the one with the older data comes first. */
export function sortByHealth(feeds: readonly Feed[]): readonly Feed[] {
	return feeds.toSorted((one, other) => {
		const apart = rankOf(one) - rankOf(other);
		return apart === 0 ? (one.answeredAt ?? 0) - (other.answeredAt ?? 0) : apart;
	});
}

/** The feed in the worst health: what is said of the polling of all is said of this one. `undefined` without any. */
export function worstFeed(feeds: readonly Feed[]): Feed | undefined {
	return sortByHealth(feeds)[0];
}
