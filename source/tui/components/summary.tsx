import {Box} from 'ink';
import type {Counts} from '../../core/fleet/counts.js';
import {staleFor, type Feed} from '../../core/polling/feed.js';
import {describePrecisely} from '../../core/text/duration.js';
import {describeHealth, type HealthContext} from '../../core/view/describe-health.js';
import type {Size} from '../../core/screen/geometry.js';
import {span} from '../../core/screen/span.js';
import {countsLine} from '../../core/view/header-lines.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type SummaryProps = {
	readonly feed: Feed;
	readonly counts: Counts;
	readonly health: HealthContext;
	readonly size: Size;
};

/** The whole screen where it is too small for a grid: the counts, and on a second line the state of polling. */
export function Summary({feed, counts, health, size}: SummaryProps) {
	const {theme: {symbols}} = useSession();
	const {parts} = describeHealth(feed, health);
	const pollingLine = parts.flatMap((part, index) => [...(index === 0 ? [] : [span(' ')]), ...part]);
	const hasAnswer = feed.answeredAt !== undefined;
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
