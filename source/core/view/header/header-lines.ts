import {blocks} from '../../blocks/blocks.js';
import type {Counts, Troubles} from '../../fleet/counts.js';
import {drawFleetStrip, type DownCount} from '../../fleet/past/fleet-strip.js';
import {stateKinds} from '../../instance/instance.js';
import type {Feed} from '../../polling/feed.js';
import {
	fitLine,
	lineWidth,
	lineWidthUpTo,
	spread,
} from '../../screen/line.js';
import {span, type Line, type Span} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import {describeViewParts, type ViewParts} from '../describe-view-parts.js';
import {accountLines, type AccountParts} from './account-counts.js';
import {describeHealths} from './describe-healths.js';
import {isWell} from './worst-feed.js';
import type {HealthContext} from './describe-health.js';
import {fitHealth} from './fit-health.js';

/** What the first line of the header tells. */
export type TitleParts = {
	readonly feed: Pick<Feed, 'host' | 'tokenKind' | 'answeredAt'>;
	readonly counts: Counts;
	readonly troubles: Troubles;
	/** The parts of the sentence about a mass event, the most important first; none without one. */
	readonly mass: readonly string[];
	/** What is told of each account in place of the host, where there are several. */
	readonly accounts?: AccountParts | undefined;
};

/** Width of the screen from which on the integrations in trouble are counted. */
const troublesWidth = 100;

/** Cells between the title and the counts. */
const gap = 2;

/**
The first line: the title at the left and the counts at the right, which are never left out. Where there is not room for all, the words of
the states go first, then the integrations in trouble, then the end of the title.
*/
export function titleLine({feed, counts, troubles, mass, accounts}: TitleParts, width: number, symbols: Symbols): Line {
	const usual = accounts === undefined ? hostTitles(feed) : accountTitles(accounts, symbols);
	const titles = mass.length === 0 ? usual : massTitles(mass, symbols, aloneLine(accounts, symbols));
	// Before the first answer there is nothing to count. The host is shown then too, since it may be wrong at a first start.
	if ((accounts?.feeds ?? [feed]).every(({answeredAt}) => answeredAt === undefined)) {
		return fitLine(firstFitting(titles, width), width, symbols.ellipsis);
	}

	const inTrouble = width >= troublesWidth ? troublesLine(troubles) : [];
	const [worded, short, close] = [countsLine(counts, symbols, 'words'), countsLine(counts, symbols), countsLine(counts, symbols, 'close')];
	const rights: readonly Line[] = [[...inTrouble, ...worded], [...inTrouble, ...short], short];
	// Of several accounts the counts of each give way before those of all lose their words.
	const least = accounts === undefined ? undefined : titles.find(line => lineWidthUpTo(line, width) + gap + lineWidth(short) <= width);
	const whole = least ?? titles[0] ?? [];
	const right = rights.find(line => lineWidthUpTo(whole, width) + gap + lineWidth(line) <= width)
		?? (lineWidth(short) <= width ? short : close);
	const room = width - lineWidth(right) - gap;
	const title = room <= 0 ? [] : firstFitting(titles, room);
	const fitted = lineWidthUpTo(title, room) > room ? fitLine(title, room, symbols.ellipsis) : title;
	return spread(fitted, right, width, {gap: 0, ellipsis: symbols.ellipsis});
}

const programName: Line = [span(' '), span('ryzetop', 'strong')];

/** Titles without a mass event, each shorter than the one before. */
function hostTitles({host, tokenKind}: Pick<Feed, 'host' | 'tokenKind'>): readonly Line[] {
	const withHost: Line = [...programName, span(`  ${host}`)];
	return [tokenKind === 'unknown' ? withHost : [...withHost, span(`  ${tokenKind}`, 'dim')], withHost, programName, []];
}

/** Titles of several accounts without a mass event, each shorter than the one before. */
function accountTitles(accounts: AccountParts, symbols: Symbols): readonly Line[] {
	return [...accountLines(accounts, symbols).map(line => [...programName, span('  '), ...line]), programName, []];
}

/** The account that is shown alone: what fell in another may be told beside its counts, and its own is told without its name. */
function aloneLine(accounts: AccountParts | undefined, symbols: Symbols): Line {
	return accounts?.alone === undefined ? [] : [...accountLines(accounts, symbols).at(-1) ?? [], span('  ')];
}

/**
Titles with a mass event, which stands in place of the host until it is over: it loses its parts one by one. Rather than the next of them go
the name of the program, and then the times of the fall, which the column SINCE tells too. `alone` is what stands before it where one of
several accounts is shown alone.
*/
function massTitles(mass: readonly string[], {separator}: Symbols, alone: Line): readonly Line[] {
	const [first = ''] = mass;
	// Of the most important part the words before the times can stand alone.
	const [shortest = ''] = first.split(/ (?<= fell )/v, 1);
	const titles = mass.flatMap((_, index) => {
		const others = mass.slice(1, mass.length - index);
		const sentence = (fall: string) => span([fall, ...others].join(` ${separator} `), 'trouble');
		return [
			[...programName, span('  '), ...alone, sentence(first)],
			[span(' '), ...alone, sentence(first)],
			[span(' '), ...alone, sentence(shortest)],
		];
	});
	return alone.length === 0 ? titles : [...titles, [span(' '), span(shortest, 'trouble')]];
}

/** The first line that fits; the last one is cut where none does. */
function firstFitting(lines: readonly Line[], width: number): Line {
	return lines.find(line => lineWidthUpTo(line, width) <= width) ?? lines.at(-1) ?? [];
}

/** How the counts are told: with the words of the states, with blanks between them, or close to each other. */
type CountsForm = 'words' | 'short' | 'close';

/** The number of instances in each state and in all: `● 38 connected  ○ 3 disconnected   41`, without words `●38 ○3  41`. */
export function countsLine(counts: Counts, symbols: Symbols, form: CountsForm = 'short'): Line {
	const parts = stateKinds.filter(kind => counts[kind] > 0).map((kind): readonly Span[] => {
		const word = kind === 'loggedout' ? 'logged out' : kind;
		const text = form === 'words' ? ` ${counts[kind]} ${word}  ` : `${counts[kind]}${form === 'short' ? ' ' : ''}`;
		return [span(symbols.states[kind], `state-${kind}`), span(text, kind === 'connected' ? 'plain' : `state-${kind}`)];
	});
	return [...parts.flat(), span(` ${counts.total}${form === 'close' ? '' : ' '}`, 'strong')];
}

/** The integrations in trouble, by the mark that they have in the column WSCP3: `Chatwoot !3  Proxy !1  `. */
function troublesLine(troubles: Troubles): Line {
	return troubles.map(({integration, count}) => span(`${blocks[integration].title} !${count}  `, 'caution'));
}

/** So many cells hold the worst health of several accounts with a short name, and what separates it from the filter. */
const worstWidth = 30;

/** So many cells hold `live` and the time of the data. */
const liveWidth = 18;

/** Cells before and behind the strip of the last hour, at the least. */
const stripGap = 3;

/** What the second line of the header tells. */
export type StateParts = {
	/** The polling of the one account, or of that of several which is in the worst health. */
	readonly feed: Feed;
	/** The polling of all, where there are several. */
	readonly feeds?: readonly Feed[] | undefined;
	readonly health: HealthContext;
	/** The sort and the filter of the open view. */
	readonly view: ViewParts;
	/** How many were down in each bucket of the last hour; none where the header does not tell it. */
	readonly lastHour: readonly DownCount[];
};

/**
The second line: the state of polling at the left; the sort and the filter at the right, on half of the line at most. A mistake in the
filter takes more, unless polling is in trouble. Between them, where all of that leaves room, is the strip of the last hour; what seldom
matters of polling, such as the calls that are left, makes room for one that tells something.
*/
export function stateLine({feed, feeds = [feed], health, view: parts, lastHour}: StateParts, width: number): Line {
	const {symbols} = health;
	const half = feeds.length === 1 || isWell(feed) ? Math.floor(width / 2) - 2 : Math.min(Math.floor(width / 2) - 2, width - worstWidth);
	const room = parts.ignored === undefined || feed.trouble !== undefined ? half : Math.max(half, width - liveWidth);
	const view = describeViewParts(parts, room, symbols.ellipsis);
	const healths = describeHealths(feeds, health, width);
	const strip = stripLine(lastHour, symbols);
	const besideStrip = width - 1 - stripGap - lineWidth(strip) - stripGap - lineWidth(view);
	const short = fitHealth(healths, besideStrip, symbols);
	const isShort = isTelling(lastHour) && healths.parts.every(part => part.every(({tone}) => tone === 'dim') || part.every(own => short.includes(own)));
	const polling = isShort ? short : fitHealth(healths, width - lineWidth(view) - 3, symbols);
	const isRoom = lineWidth(polling) <= besideStrip;
	return spread([span(' '), ...polling], isRoom && strip.length > 0 ? [...strip, span(' '.repeat(stripGap)), ...view] : view, width, symbols);
}

/** Whether more were down at one time of the hour than at another. */
function isTelling(counts: readonly DownCount[]): boolean {
	return new Set(counts.flatMap(count => count === undefined ? [] : [count.down])).size > 1;
}

/** The last hour of the fleet, with its name before it. Only what is above the least of the hour has colour there: the usual is quiet. */
function stripLine(counts: readonly DownCount[], symbols: Symbols): Line {
	const least = Math.min(...counts.map(count => count?.down ?? Infinity));
	const cells = drawFleetStrip(counts, symbols).map(({text, tone}, index) => span(text, counts[index]?.down === least ? 'dim' : tone));
	return cells.length === 0 ? [] : [span('last hour ', 'dim'), ...cells];
}
