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
	/** How the grid is sorted and filtered. */
	readonly view: ViewParts;
	/** The sentence about many instances that fell together, if they did. */
	readonly mass: string | undefined;
	readonly width: number;
};

/** Two lines: whose fleet it is and how many are in each state; whether the picture can be trusted. */
export function Header({
	feed, counts, health, view, mass, width,
}: HeaderProps) {
	const {theme: {symbols}} = useSession();
	return (
		<Box flexDirection='column' height={2}>
			<TextLine line={titleLine({
				feed, counts, mass, width,
			}, symbols)} width={width}/>
			<TextLine line={stateLine(feed, health, view, width)} width={width}/>
		</Box>
	);
}

function titleLine({feed, counts, mass, width}: Pick<HeaderProps, 'feed' | 'counts' | 'mass' | 'width'>, symbols: Symbols): Line {
	const kind = feed.tokenKind === 'unknown' ? [] : [span(`  ${feed.tokenKind}`, 'dim')];
	const name: Line = [span(' '), span('ryzetop', 'strong')];
	// What fell together takes the place of the host, until it is over.
	const title: Line = mass === undefined ? [...name, span(`  ${feed.host}`), ...kind] : [...name, span(`  ${mass}`, 'trouble')];
	// Before the first answer there is nothing to count, but whom it comes from is what a first start may have got wrong.
	const known: readonly Line[] = feed.answeredAt === undefined ? [[]] : [countsLine(counts, symbols, true), countsLine(counts, symbols, false)];
	const fitting = known.find(line => lineWidth(title) + 2 + lineWidth(line) <= width);
	if (fitting !== undefined) {
		return spread(title, fitting, width, {ellipsis: symbols.ellipsis});
	}

	// The counts outlive everything else: they are what the screen is for.
	const last = known.at(-1) ?? [];
	const room = width - lineWidth(last) - 2;
	return spread(mass === undefined ? name : fitLine(title, Math.max(lineWidth(name), room), symbols.ellipsis), last, width, {ellipsis: symbols.ellipsis});
}

/** `● 38 connected  ○ 3 disconnected   41`, or `●38 ○3   41` where it is narrow. */
export function countsLine(counts: Counts, symbols: Symbols, hasWords: boolean): Line {
	const parts = stateKinds.filter(kind => counts[kind] > 0).map((kind): readonly Span[] => {
		const word = kind === 'loggedout' ? 'logged out' : kind;
		return hasWords
			? [span(symbols.states[kind], `state-${kind}`), span(` ${counts[kind]} ${word}  `, kind === 'connected' ? 'plain' : `state-${kind}`)]
			: [span(symbols.states[kind], `state-${kind}`), span(`${counts[kind]} `, kind === 'connected' ? 'plain' : `state-${kind}`)];
	});
	return [...parts.flat(), span(` ${counts.total} `, 'strong')];
}

/** How polling goes at the left, how the rows came about at the right, on no more than half of the line. */
function stateLine(feed: Feed, context: HealthContext, parts: ViewParts, width: number): Line {
	const {symbols} = context;
	const view = describeViewParts(parts, Math.floor(width / 2) - 2, symbols.ellipsis);
	return spread([span(' '), ...fitHealth(describeHealth(feed, context), width - lineWidth(view) - 3, symbols)], view, width, {ellipsis: symbols.ellipsis});
}
