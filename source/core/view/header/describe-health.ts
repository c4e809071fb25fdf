import {
	describeCoarsely,
	describeCountdown,
	describePrecisely,
	describeSetting,
} from '../../text/duration.js';
import type {ClockTime} from '../../text/clock-time.js';
import type {Feed, Trouble} from '../../polling/feed.js';
import type {Symbols} from '../../screen/symbols.js';
import {span, type Line, type Span} from '../../screen/span.js';
import {lowBudget} from '../../polling/rate-budget.js';
import {describeIllness} from '../../polling/server.js';
import {describeOthers} from '../../polling/shared-use.js';
import {describeTrouble, noSuchInstance} from '../../polling/trouble.js';

/** Parts of the header about polling, from left to right. */
export type HealthParts = {
	readonly parts: readonly Line[];
	/** Weight of each part. Where not all parts fit, those with the largest weight are left out first. */
	readonly weights: readonly number[];
	/** Whether the parts hold ages or countdowns, which change every second. */
	readonly isTicking: boolean;
};

/** Facts that the header shows beside the feed. */
export type HealthContext = {
	readonly now: number;
	/** `undefined` where accounts have different ones. */
	readonly interval: number | undefined;
	/** Time since which the picture is held; `undefined` where it is not. */
	readonly heldAt: number | undefined;
	/** Number of changes that a held picture does not show yet. */
	readonly waiting: number;
	readonly time: ClockTime;
	readonly symbols: Symbols;
};

/**
Describes whether the picture can be trusted. While polls succeed, it shows the time of day of the data, which does not change
between polls; where a poll takes long, the age of the data. While they fail, it shows the age of the picture, what happened, the time
until the next try, and what a person can do.
*/
export function describeHealth(feed: Feed, context: HealthContext, width = usualWidth): HealthParts {
	const {now, heldAt, waiting, time, interval} = context;
	const {separator} = context.symbols;
	const held: readonly Line[] = heldAt === undefined
		? []
		: [[span(describeHeld(heldAt, now), 'caution'), span(` ${separator} ${describeWaiting(waiting)}`)]];
	const ill = describeServerIll(feed);
	if (feed.trouble !== undefined) {
		const parts = [...held, ...describeFailing(feed, feed.trouble, context), ...ill];
		// The part on what happened, behind the age, can be as long as a message of the API: it is left out before the next try. What the server
		// says of itself comes before it too: it may be why.
		const whatHappened = held.length + (feed.answeredAt === undefined ? 1 : 2);
		const weights = parts.map((part, index) => index === whatHappened ? index + 1.5 : (ill.includes(part) ? whatHappened + 0.5 : index));
		return {parts, weights, isTicking: true};
	}

	if (feed.answeredAt === undefined) {
		const parts = [...held, [span('connecting…')], ...ill];
		return {parts, weights: parts.map((_, index) => index), isTicking: false};
	}

	const live: readonly Line[] = heldAt === undefined
		? [[span('live'), span(feed.isAbsent ? ` ${separator} ${noSuchInstance}` : '', 'caution')]]
		: [];
	const parts = [
		...held,
		...live,
		feed.isWaiting ? [span(`${describePrecisely(now - feed.answeredAt)} old, no answer yet`, 'caution')] : [span(time.moment(feed.answeredAt, now))],
		...describeCautions(feed, context),
		...describeInterval(interval),
		...describeBudget(feed),
		...describeServerUp(feed, width),
	];
	return {parts, weights: parts.map((_, index) => index), isTicking: heldAt !== undefined || feed.isWaiting};
}

/** How long the picture has been held. */
export function describeHeld(heldAt: number, now: number): string {
	return `held ${formatMinutes(now - heldAt)}`;
}

/** How many changes a held picture does not show yet. */
export function describeWaiting(waiting: number): string {
	return `${waiting} ${waiting === 1 ? 'change' : 'changes'} waiting`;
}

/** The interval, where there is one of all accounts. */
export function describeInterval(interval: number | undefined): readonly Line[] {
	return interval === undefined ? [] : [[span(`every ${describeSetting(interval)}`, 'dim')]];
}

/** What a person should know of the polls of an account though they succeed. */
export function describeCautions(feed: Feed, {now, time}: Pick<HealthContext, 'now' | 'time'>): readonly Line[] {
	const budgetWait: readonly Line[] = feed.next?.reason === 'budget'
		? [[span(`few calls left: next at ${time.moment(feed.next.at, now)}`, 'caution')]]
		: [];
	return [...describeServerIll(feed), ...budgetWait, ...describeShare(feed), ...describeRejected(feed)];
}

/** What a server reports of itself that is not well. */
export function describeServerIll({server}: Pick<Feed, 'server'>): readonly Line[] {
	const words = server && describeIllness(server.report);
	return words === undefined ? [] : [[span(`server reports ${words}`, 'trouble')]];
}

/** Cells of a usual screen, and of one that has room for what nobody has to know. */
const usualWidth = 80;
const wide = 120;

/** For how long a server that is well has been up, by its last word; on a wide screen alone. */
function describeServerUp({server}: Pick<Feed, 'server'>, width: number): readonly Line[] {
	const report = server?.report;
	if (report === undefined || width < wide) {
		return [];
	}

	switch (report.kind) {
		case 'ok': {
			return report.uptime === undefined ? [] : [[span(`up ${describeCoarsely(report.uptime)}`, 'dim')]];
		}

		case 'unknown': {
			return [[span('server: health not known', 'dim')]];
		}

		case 'degraded':
		case 'other': {
			return [];
		}
	}
}

/** What polls fail with: the word for it, the age of the data, what happened, the next try, and what else there is to say. */
export function describeFailing(feed: Feed, trouble: NonNullable<Feed['trouble']>, {now}: Pick<HealthContext, 'now'>): readonly Line[] {
	const {health, what, advice} = describeTrouble(trouble.outcome, feed.profile);
	const [said, further] = isOwnFault(trouble.outcome) ? [advice, what] : [what, advice];
	const age: readonly Line[] = feed.answeredAt === undefined
		? []
		: [[span(`stale ${describePrecisely(now - feed.answeredAt)}`, 'trouble')]];
	const next: Span = feed.next === undefined ? span('trying…') : span(`next try in ${describeCountdown(feed.next.at - now)}`);
	// A longer interval helps little where others use the calls: whoever can do something about that has to know.
	const others = trouble.outcome.kind === 'rate-limited' ? describeOthers(feed.use, feed.budget) : undefined;
	return [[span(health, 'trouble')], ...age, [span(said)], [next], ...others === undefined ? [] : [[span(others, 'caution')]], [span(further, 'dim')]];
}

/** Whether the advice says what is wrong on this machine: that tells more than the answer, where there is room for one of the two. */
function isOwnFault(outcome: Trouble): boolean {
	return outcome.kind === 'unauthorized' && !outcome.tokenChanged && outcome.tokenProblem !== undefined;
}

/** Tells what other users of the token use, where few calls are left, or polls are slower because of them. */
function describeShare({use, budget, next}: Feed): readonly Line[] {
	const others = (budget?.remaining ?? lowBudget) < lowBudget || next?.reason === 'share' ? describeOthers(use, budget) : undefined;
	return others === undefined ? [] : [[span(others, 'caution')]];
}

/** The calls that are left to an account. */
export function describeBudget({budget}: Pick<Feed, 'budget'>): readonly Line[] {
	if (budget?.remaining === undefined) {
		return [];
	}

	const {remaining, limit} = budget;
	const isLow = remaining < lowBudget;
	return [[span(limit === undefined ? String(remaining) : `${remaining}/${limit}`, isLow ? 'caution' : 'dim'), span(' calls left', 'dim')]];
}

function describeRejected({rejected}: Feed): readonly Line[] {
	return rejected === 0 ? [] : [[span(`${rejected} could not be read`, 'caution')]];
}

/** Minutes and seconds, such as `1:05`. */
function formatMinutes(milliseconds: number): string {
	const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
