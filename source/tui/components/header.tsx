import {Box} from 'ink';
import type {Counts} from '../../core/fleet/counts.js';
import type {Feed} from '../../core/polling/feed.js';
import {describeHealth, fitHealth, type HealthContext} from '../../core/view/describe-health.js';
import {stateKinds} from '../../core/instance/instance.js';
import {fitLine, lineWidth, spread} from '../../core/screen/line.js';
import type {Symbols} from '../../core/screen/symbols.js';
import {span, type Line, type Span} from '../../core/screen/span.js';
import {describeViewParts, type ViewParts} from '../../core/view/describe-view-parts.js';
import {useSession} from './session.js';
import {TextLine} from './text-line.js';

export type HeaderProps = {
	readonly feed: Feed;
	readonly counts: Counts;
	readonly health: HealthContext;
	/** The sort and the filter of the open view. */
	readonly view: ViewParts;
	/** The sentence about a mass event, while there is one. */
	readonly mass: string | undefined;
	readonly width: number;
};

/** Two lines: the host and the number of instances in each state; the state of polling, the sort and the filter. */
export function Header({
	feed, counts, health, view, mass, width,
}: HeaderProps) {
	const {theme: {symbols}} = useSession();
	const title = titleLine({
		feed, counts, mass, width,
	}, symbols);
	return (
		<Box flexDirection='column' height={2}>
			<TextLine line={title} width={width}/>
			<TextLine line={stateLine(feed, health, view, width)} width={width}/>
		</Box>
	);
}

function titleLine({feed, counts, mass, width}: Pick<HeaderProps, 'feed' | 'counts' | 'mass' | 'width'>, symbols: Symbols): Line {
	const {ellipsis} = symbols;
	const kind = feed.tokenKind === 'unknown' ? [] : [span(`  ${feed.tokenKind}`, 'dim')];
	const name: Line = [span(' '), span('ryzetop', 'strong')];
	// A mass event stands in place of the host until it is over.
	const title: Line = mass === undefined ? [...name, span(`  ${feed.host}`), ...kind] : [...name, span(`  ${mass}`, 'trouble')];
	// Before the first answer there is nothing to count. The host is shown then too, since it may be wrong at a first start.
	const countsLines: readonly Line[] = feed.answeredAt === undefined
		? [[]]
		: [countsLine(counts, symbols, true), countsLine(counts, symbols, false)];
	const fitting = countsLines.find(line => lineWidth(title) + 2 + lineWidth(line) <= width);
	if (fitting !== undefined) {
		return spread(title, fitting, width, {ellipsis});
	}

	// On a narrow screen the counts stay and the title is shortened.
	const shortest = countsLines.at(-1) ?? [];
	const titleWidth = Math.max(lineWidth(name), width - lineWidth(shortest) - 2);
	return spread(mass === undefined ? name : fitLine(title, titleWidth, ellipsis), shortest, width, {ellipsis});
}

/** The number of instances in each state and in all: `● 38 connected  ○ 3 disconnected   41`, without words `●38 ○3   41`. */
export function countsLine(counts: Counts, symbols: Symbols, hasWords: boolean): Line {
	const parts = stateKinds.filter(kind => counts[kind] > 0).map((kind): readonly Span[] => {
		const word = kind === 'loggedout' ? 'logged out' : kind;
		const text = hasWords ? ` ${counts[kind]} ${word}  ` : `${counts[kind]} `;
		return [span(symbols.states[kind], `state-${kind}`), span(text, kind === 'connected' ? 'plain' : `state-${kind}`)];
	});
	return [...parts.flat(), span(` ${counts.total} `, 'strong')];
}

/** So many cells hold `live` and the time of the data. */
const liveWidth = 18;

/**
The state of polling at the left; the sort and the filter at the right, on half of the line at most. A mistake in the filter takes more,
unless polling is in trouble.
*/
function stateLine(feed: Feed, context: HealthContext, parts: ViewParts, width: number): Line {
	const {symbols} = context;
	const half = Math.floor(width / 2) - 2;
	const room = parts.ignored === undefined || feed.trouble !== undefined ? half : Math.max(half, width - liveWidth);
	const view = describeViewParts(parts, room, symbols.ellipsis);
	const health = fitHealth(describeHealth(feed, context), width - lineWidth(view) - 3, symbols);
	return spread([span(' '), ...health], view, width, {ellipsis: symbols.ellipsis});
}
