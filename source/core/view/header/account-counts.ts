import type {Counts} from '../../fleet/counts.js';
import type {AccountCounts} from '../../fleet/several/count-accounts.js';
import {stateKinds, type AccountId} from '../../instance/instance.js';
import {staleFor, type Feed} from '../../polling/feed.js';
import {span, type Line} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import {cutMiddle} from '../../text/cut-middle.js';
import {describeCoarsely} from '../../text/duration.js';

/** What the header tells of each of several accounts. `alone` is the one whose instances alone are shown, if any. */
export type AccountParts = {
	readonly feeds: readonly Feed[];
	readonly counts: AccountCounts;
	readonly alone: AccountId | undefined;
	readonly now: number;
};

/** Most cells of a name: more of them would leave no room for the counts. */
const mostOfName = 20;

/** How many accounts there are: `2 accounts`. */
export function countFeeds(count: number): string {
	return `${count} ${count === 1 ? 'account' : 'accounts'}`;
}

/**
What stands in place of the host: the account that is shown alone, or all of them with the instances of each in each state. The age of one
whose polls fail stands before its counts: `prod ●33 ○2  lab stale 3m ●10`. Each line is shorter than the one before.
*/
export function accountLines({feeds, counts, alone, now}: AccountParts, symbols: Symbols): readonly Line[] {
	const nameOf = ({name}: Feed) => cutMiddle(name, mostOfName, symbols.ellipsis);
	const only = feeds.find(({account}) => account === alone);
	if (only !== undefined) {
		const named: Line = [span(`account ${nameOf(only)}`), ...ageOf(only, now)];
		return [[...named, span(`  of ${feeds.length}`, 'dim')], named];
	}

	const each = feeds.map((feed): Line => [
		span(nameOf(feed)), ...ageOf(feed, now), ...countsOf(counts.get(feed.account), feed, symbols),
	]);
	return [each.flatMap((line, index) => index === 0 ? line : [span('  '), ...line]), [span(countFeeds(feeds.length))]];
}

function ageOf(feed: Feed, now: number): Line {
	const age = staleFor(feed, now);
	return age === undefined ? [] : [span(` stale ${describeCoarsely(age)}`, 'trouble')];
}

/** Without an answer nothing is known, which is not the same as none. */
function countsOf(counts: Counts | undefined, {answeredAt}: Feed, symbols: Symbols): Line {
	if (counts === undefined) {
		return [span(answeredAt === undefined ? ` ${symbols.nothing}` : ' 0', 'dim')];
	}

	return stateKinds.filter(kind => counts[kind] > 0).flatMap((kind): Line => [
		span(' '), span(symbols.states[kind], `state-${kind}`), span(String(counts[kind]), kind === 'connected' ? 'plain' : `state-${kind}`),
	]);
}
