import {describeCountdown, describePrecisely, describeSetting} from '../text/duration.js';
import type {ClockTime} from '../text/clock-time.js';
import type {Feed} from '../polling/feed.js';
import {fitLine, lineWidth} from '../screen/line.js';
import type {Symbols} from '../screen/symbols.js';
import {span, type Line, type Span} from '../screen/span.js';
import {describeTrouble, noSuchInstance} from '../polling/trouble.js';

/** What the header says of polling, in the order in which it is read. */
export type HealthParts = {
	readonly parts: readonly Line[];
	/** How important each part is; the largest number gives way first. */
	readonly weights: readonly number[];
	/** Whether it tells ages and countdowns, which need a tick a second. */
	readonly isTicking: boolean;
};

export type HealthContext = {
	readonly now: number;
	readonly interval: number;
	readonly heldAt: number | undefined;
	readonly waiting: number;
	readonly time: ClockTime;
	readonly symbols: Symbols;
};

/**
Says whether the picture can be trusted. While polls succeed: the clock time of the data, and nothing that ticks. Once they fail: how old the picture is, what happened, when the next try is, what to do.
*/
export function describeHealth(feed: Feed, context: HealthContext): HealthParts {
	const {now, heldAt, waiting, time, interval} = context;
	const held: readonly Line[] = heldAt === undefined
		? []
		: [[span(`held ${minutes(now - heldAt)}`, 'caution'), span(` ${context.symbols.separator} ${waiting} ${waiting === 1 ? 'change' : 'changes'} waiting`)]];
	if (feed.trouble !== undefined) {
		const failing = describeFailing(feed, feed.trouble, context);
		const parts = [...held, ...failing];
		// The next try outlives what happened, which may be as long as the API's own words.
		const what = parts.length - 3;
		return {parts, weights: parts.map((_, index) => index === what ? index + 1.5 : index), isTicking: true};
	}

	if (feed.answeredAt === undefined) {
		const parts = [...held, [span('connecting…')]];
		return {parts, weights: parts.map((_, index) => index), isTicking: false};
	}

	const budgetWait: readonly Line[] = feed.next?.reason === 'budget' ? [[span(`few calls left: next at ${time.clock(feed.next.at)}`, 'caution')]] : [];
	const parts = [
		...held,
		...(heldAt === undefined ? [[span('live'), span(feed.isAbsent ? ` ${context.symbols.separator} ${noSuchInstance}` : '', 'caution')]] : []),
		[span(time.clock(feed.answeredAt))],
		...budgetWait,
		...describeRejected(feed),
		[span(`every ${describeSetting(interval)}`, 'dim')],
		...describeBudget(feed),
	];
	return {parts, weights: parts.map((_, index) => index), isTicking: heldAt !== undefined};
}

/** The least that is left of a part that is cut: less would say nothing. */
const leastCut = 12;

/** The parts on one line, as many as `width` has room for, the most important ones at least; one of them may be cut. */
export function fitHealth({parts, weights}: HealthParts, width: number, symbols: Symbols): Line {
	const separator = span(` ${symbols.separator} `, 'dim');
	const kept = new Map<number, Line>();
	let room = width;
	const byWeight = parts.map((part, index) => ({part, index, weight: weights[index] ?? index})).toSorted((one, other) => one.weight - other.weight);
	for (const {part, index} of byWeight) {
		const needed = lineWidth(part) + (kept.size === 0 ? 0 : lineWidth([separator]));
		const isCut = needed > room;
		// What is dim says nothing that would be worth half of it.
		if (isCut && part.every(({tone}) => tone === 'dim')) {
			continue;
		}

		if (isCut && room < leastCut + lineWidth([separator]) && kept.size > 0) {
			break;
		}

		kept.set(index, isCut ? fitLine(part, Math.max(1, room - (needed - lineWidth(part))), symbols.ellipsis) : part);
		room -= needed;
		if (isCut) {
			break;
		}
	}

	return parts.flatMap((_, index) => {
		const part = kept.get(index);
		return part === undefined ? [] : [separator, ...part];
	}).slice(1);
}

function describeFailing(feed: Feed, trouble: NonNullable<Feed['trouble']>, {now}: HealthContext): readonly Line[] {
	const {health, what, advice} = describeTrouble(trouble.outcome);
	const age: readonly Line[] = feed.answeredAt === undefined ? [] : [[span(`stale ${describePrecisely(now - feed.answeredAt)}`, 'trouble')]];
	const next: Span = feed.next === undefined ? span('trying…') : span(`next try in ${describeCountdown(feed.next.at - now)}`);
	return [[span(health, 'trouble')], ...age, [span(what)], [next], [span(advice, 'dim')]];
}

function describeBudget({budget}: Feed): readonly Line[] {
	if (budget?.remaining === undefined) {
		return [];
	}

	const {remaining, limit} = budget;
	const isLow = remaining < 10;
	return [[span(limit === undefined ? String(remaining) : `${remaining}/${limit}`, isLow ? 'caution' : 'dim'), span(' calls left', 'dim')]];
}

function describeRejected({rejected}: Feed): readonly Line[] {
	return rejected === 0 ? [] : [[span(`${rejected} could not be read`, 'caution')]];
}

function minutes(milliseconds: number): string {
	const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
