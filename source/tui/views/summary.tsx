import {Box} from 'ink';
import type {Counts} from '../../core/fleet/counts.js';
import type {Feed} from '../../core/polling/feed.js';
import {describeHealth, type HealthContext} from '../../core/view/describe-health.js';
import type {Size} from '../../core/screen/geometry.js';
import {span} from '../../core/screen/span.js';
import {countsLine} from '../components/header.js';
import {useSession} from '../components/session.js';
import {TextLine} from '../components/text-line.js';

/** All there is on a screen too small for a grid: the counts, and below them, where there is a second line, how polling goes. */
export function Summary({feed, counts, health, size}: {readonly feed: Feed; readonly counts: Counts; readonly health: HealthContext; readonly size: Size}) {
	const {theme: {symbols}} = useSession();
	const {parts} = describeHealth(feed, health);
	const state = parts.flatMap((part, index) => [...(index === 0 ? [] : [span(' ')]), ...part]);
	const isKnown = feed.answeredAt !== undefined;
	return (
		<Box flexDirection='column' width={size.columns} height={size.rows} overflow='hidden'>
			<TextLine line={isKnown ? (feed.trouble === undefined ? countsLine(counts, symbols, false) : [span('! ', 'trouble'), ...countsLine(counts, symbols, false)]) : state} width={size.columns}/>
			{isKnown && size.rows > 1 ? <TextLine line={state} width={size.columns}/> : undefined}
		</Box>
	);
}
