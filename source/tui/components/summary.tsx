import {Box} from 'ink';
import type {Counts} from '../../core/fleet/counts.js';
import {staleFor, type Feed} from '../../core/polling/feed.js';
import {describePrecisely} from '../../core/text/duration.js';
import type {HealthContext} from '../../core/view/describe-health.js';
import {describeHealths} from '../../core/view/several/describe-healths.js';
import type {Size} from '../../core/screen/geometry.js';
import {span} from '../../core/screen/span.js';
import {countsLine} from '../../core/view/header-lines.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type SummaryProps = {
	/** Of several accounts that in the worst health. */
	readonly feed: Feed;
	readonly feeds: readonly Feed[];
	readonly counts: Counts;
	readonly health: HealthContext;
	readonly size: Size;
};

/** The whole screen where it is too small for a grid: the counts, and on a second line the state of polling. */
export function Summary({feed, feeds, counts, health, size}: SummaryProps) {
	const {theme: {symbols}} = useSession();
	const {parts} = describeHealths(feeds, health, size.columns);
	const pollingLine = parts.flatMap((part, index) => [...(index === 0 ? [] : [span(' ')]), ...part]);
	const hasAnswer = feeds.some(({answeredAt}) => answeredAt !== undefined);
	const age = staleFor(feed, health.now);
	// The second line may be missing, or too short for the age.
	const warning = feed.trouble === undefined ? [] : [span(age === undefined ? '! ' : `! ${describePrecisely(age)} `, 'trouble')];
	const held = health.heldAt === undefined ? [] : [span('held ', 'caution')];
	const firstLine = hasAnswer ? [...warning, ...held, ...countsLine(counts, symbols)] : pollingLine;
	return (
		<Box flexDirection='column' width={size.columns} height={size.rows} overflow='hidden'>
			<TextLine line={firstLine} width={size.columns}/>
			{hasAnswer && size.rows > 1 ? <TextLine line={pollingLine} width={size.columns}/> : undefined}
		</Box>
	);
}
