import {describeCountdown, describePrecisely, describeSetting} from './duration.js';
import type {ClockTime} from './clock-time.js';
import type {Feed} from './feed.js';
import type {Signs} from './signs.js';
import {span, type Line, type Span} from './tone.js';
import {describeTrouble} from './trouble.js';

/** What the header says of polling, in the order in which it gives way: the last part goes first where there is no room. */
export type HealthParts = {
	readonly parts: readonly Line[];
	/** Whether it tells ages and countdowns, which need a tick a second. */
	readonly isTicking: boolean;
};

export type HealthContext = {
	readonly now: number;
	readonly interval: number;
	readonly heldAt: number | undefined;
	readonly waiting: number;
	readonly time: ClockTime;
	readonly signs: Signs;
};

/**
Says whether the picture can be trusted. While polls succeed: the clock time of the data, and nothing that ticks. Once they fail: how old the picture is, what happened, when the next try is, what to do.
*/
export function describeHealth(feed: Feed, context: HealthContext): HealthParts {
	const {now, heldAt, waiting, time, interval} = context;
	const held: readonly Line[] = heldAt === undefined
		? []
		: [[span(`held ${minutes(now - heldAt)}`, 'caution'), span(` ${context.signs.separator} ${waiting} ${waiting === 1 ? 'change' : 'changes'} waiting`)]];
	if (feed.trouble !== undefined) {
		return {parts: [...held, ...describeFailing(feed, feed.trouble, context)], isTicking: true};
	}

	if (feed.answeredAt === undefined) {
		return {parts: [...held, [span('connecting…')]], isTicking: false};
	}

	const budgetWait: readonly Line[] = feed.next?.reason === 'budget' ? [[span(`few calls left: next in ${describeCountdown(feed.next.at - now)}`, 'caution')]] : [];
	return {
		parts: [
			...held,
			...(heldAt === undefined ? [[span('live'), span(feed.isAbsent ? ` ${context.signs.separator} no such instance` : '', 'caution')]] : []),
			[span(time.clock(feed.answeredAt))],
			...budgetWait,
			...describeRejected(feed),
			[span(`every ${describeSetting(interval)}`, 'dim')],
			...describeBudget(feed),
		],
		isTicking: heldAt !== undefined || budgetWait.length > 0,
	};
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
