import {Box} from 'ink';
import {accountPrefix} from '../../core/fleet/several/instance-name.js';
import {describeCountdown} from '../../core/text/duration.js';
import type {Feed} from '../../core/polling/feed.js';
import type {Box as Cells} from '../../core/screen/geometry.js';
import {wrapLine} from '../../core/screen/line.js';
import {span, type Line} from '../../core/screen/span.js';
import {describeTokenOrigin, describeTrouble} from '../../core/polling/trouble.js';
import {keyOf} from '../../core/keymap/describe.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type EmptyProps = {
	/** The polling that tells why: of several accounts that in the worst health, or that of the one that is shown alone. */
	readonly feed: Feed;
	readonly hasSeveral: boolean;
	readonly wanted: readonly string[];
	/** The filter that hides all instances; empty if there are none to hide. */
	readonly filter: string;
	/** The part of the filter that could not be understood or finds nothing, and why. */
	readonly ignored: string | undefined;
	readonly now: number;
	readonly box: Cells;
};

/** Explanation in place of the grid when there is no instance to show: the reason, and what the user can do. */
export function Empty({
	feed, hasSeveral, wanted, filter, ignored, now, box,
}: EmptyProps) {
	const {keymap, theme: {symbols}} = useSession();
	const explanation = filter === '' ? explain(feed, hasSeveral, wanted, now) : explainFilter(filter, ignored, keyOf('app.escape', 'grid', keymap, symbols));
	const lines = explanation.flatMap(line => wrapLine(line, box.width - 6));
	return (
		<Box flexDirection='column' paddingLeft={3} paddingTop={1} width={box.width} height={box.height} overflow='hidden'>
			{lines.map((line, index) => <TextLine key={index} line={line} width={box.width - 6}/>)}
		</Box>
	);
}

function explain(feed: Feed, hasSeveral: boolean, wanted: readonly string[], now: number): readonly Line[] {
	if (feed.trouble !== undefined) {
		const isUnanswered = feed.answeredAt === undefined;
		const {health, what, advice} = describeTrouble(feed.trouble.outcome, feed.profile);
		const next = feed.next === undefined ? 'Trying…' : `Next try in ${describeCountdown(feed.next.at - now)}.`;
		const lastAnswer = isUnanswered ? 'Nothing is known of the instances yet.' : 'The last answer had no instances.';
		// Without any answer so far, the token may be the wrong one from the start.
		const isTokenDoubtful = feed.trouble.outcome.kind === 'unauthorized' && isUnanswered;
		const origin = isTokenDoubtful ? [[], ...describeTokenOrigin(feed.profile).map((line): Line => [span(line)])] : [];
		return [[span(accountPrefix(feed.account, hasSeveral) + health, 'trouble')], [span(what)], [], [span(advice)], [span(next)], [span(lastAnswer, 'dim')], ...origin];
	}

	if (feed.answeredAt === undefined) {
		return [[span(`Asking ${feed.host} for its instances…`)]];
	}

	return wanted.length > 0
		? [[span(explainWanted(wanted))], [span('Polling goes on: it appears here once it exists.', 'dim')]]
		: [[span(`${hasSeveral ? `The account ${feed.name}` : 'This account'} has no instances.`)], [span('Polling goes on: the first one appears here.', 'dim')]];
}

function explainWanted(wanted: readonly string[]): string {
	return wanted.length === 1 ? `There is no instance named ${wanted.join('')}.` : `There is none of the instances ${wanted.join(', ')}.`;
}

function explainFilter(filter: string, ignored: string | undefined, key: string | undefined): readonly Line[] {
	const mistake: readonly Line[] = ignored === undefined ? [] : [[span(ignored, 'caution')]];
	return [[span(`No instance matches ${filter}`)], ...mistake, ...key === undefined ? [] : [[span(`${key} clears the filter.`, 'dim')]]];
}
