import {Box} from 'ink';
import type {Counts} from '../../core/fleet/counts.js';
import {staleFor, type Feed} from '../../core/polling/feed.js';
import {describePrecisely} from '../../core/text/duration.js';
import type {HealthContext} from '../../core/view/header/describe-health.js';
import {describeHealths} from '../../core/view/header/describe-healths.js';
import type {Size} from '../../core/screen/geometry.js';
import {span} from '../../core/screen/span.js';
import {countsLine} from '../../core/view/header/header-lines.js';
import {questionLines} from '../../core/view/footer/question-lines.js';
import type {Question} from '../../core/view/view-state.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type SummaryProps = {
	/** Of several accounts that in the worst health. */
	readonly feed: Feed;
	readonly feeds: readonly Feed[];
	readonly counts: Counts;
	readonly health: HealthContext;
	/** What happened to many at once, else the worst instance, the most important part first. */
	readonly news: readonly string[];
	/** What a person is asked, in place of all else. */
	readonly question: Question | undefined;
	readonly size: Size;
};

/**
The whole screen where it is too small for a grid: the counts, the state of polling, and what a person has to know first. Of two lines the
second has that, unless polls fail.
*/
export function Summary({
	feed, feeds, counts, health, news, question, size,
}: SummaryProps) {
	const {theme: {symbols}} = useSession();
	const asked = question === undefined ? undefined : questionLines(question, size, symbols.ellipsis);
	const {parts} = describeHealths(feeds, health, size.columns);
	const pollingLine = parts.flatMap((part, index) => [...(index === 0 ? [] : [span(' ')]), ...part]);
	const hasAnswer = feeds.some(({answeredAt}) => answeredAt !== undefined);
	const age = staleFor(feed, health.now);
	// The second line may be missing, or too short for the age.
	const warning = feed.trouble === undefined ? [] : [span(age === undefined ? '! ' : `! ${describePrecisely(age)} `, 'trouble')];
	const held = health.heldAt === undefined ? [] : [span('held ', 'caution')];
	const newsLine = news.length === 0 ? [] : [[span(news.join(` ${symbols.separator} `), 'trouble')]];
	// While polls fail, what is told of instances is old.
	const told = feed.trouble === undefined ? [...newsLine, pollingLine] : [pollingLine, ...newsLine];
	const others = hasAnswer ? told : [];
	const firstLine = hasAnswer ? [...warning, ...held, ...countsLine(counts, symbols)] : pollingLine;
	const lines = asked ?? [firstLine, ...others].slice(0, size.rows);
	return (
		<Box flexDirection='column' width={size.columns} height={size.rows} overflow='hidden'>
			{lines.map((line, index) => <TextLine key={index} line={line} width={size.columns}/>)}
		</Box>
	);
}
