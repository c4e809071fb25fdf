import {lowBudget} from '../../polling/rate-budget.js';
import type {Feed} from '../../polling/feed.js';
import {describeTrouble, noSuchInstance} from '../../polling/trouble.js';
import {span, type Line} from '../../screen/span.js';
import {cutMiddle} from '../../text/cut-middle.js';
import {describePrecisely} from '../../text/duration.js';
import {
	describeBudget,
	describeCautions,
	describeFailing,
	describeHealth,
	describeHeld,
	describeInterval,
	describeServerIll,
	describeWaiting,
	type HealthContext,
	type HealthParts,
} from './describe-health.js';
import {isWell, sortByHealth} from './worst-feed.js';

/** Cells that the name of an account takes at most: on a narrow screen so few that the health behind it is never cut. */
const mostOfName = 20;
const mostOfNarrowName = 8;
const narrow = 80;

/** A part of the line, and how soon it is left out: that with the largest weight is the first. */
type Part = {readonly line: Line; readonly weight: number};

/**
Describes the polling of several accounts on a screen of `width` cells: the worst health with the name of its account and how many are well,
then what there is to say of that one, and which others are in trouble. Where all are well it shows the time of the oldest data. One account
is described as ever.
*/
export function describeHealths(feeds: readonly Feed[], context: HealthContext, width: number): HealthParts {
	const [worst, ...others] = sortByHealth(feeds);
	if (worst === undefined || others.length === 0) {
		return worst === undefined ? {parts: [], weights: [], isTicking: false} : describeHealth(worst, context, width);
	}

	const {now, heldAt, waiting, symbols} = context;
	const nameOf = ({name}: Feed) => cutMiddle(name, width < narrow ? mostOfNarrowName : mostOfName, symbols.ellipsis);
	const held = heldAt === undefined
		? []
		: [part([span(describeHeld(heldAt, now), 'caution')], 1), part([span(describeWaiting(waiting))], 2)];
	const well = feeds.filter(feed => isWell(feed)).length;
	const parts = [
		...held,
		...isWell(worst) && heldAt !== undefined ? [] : [part(describeWorst(worst, nameOf(worst), well, context), 0)],
		...isWell(worst) ? [] : [part([span(well === 0 ? 'none live' : `${well} live`)], 3)],
		...worst.trouble === undefined ? describeLive(feeds, nameOf, context) : describeTroubled(worst, others, nameOf, context),
		...describeLowest(feeds, nameOf),
	];
	return {
		parts: parts.map(({line}) => line),
		weights: parts.map(({weight}) => weight),
		isTicking: heldAt !== undefined || feeds.some(({trouble, isWaiting}) => trouble !== undefined || isWaiting),
	};
}

function part(line: Line, weight: number): Part {
	return {line, weight};
}

/** The worst health: `lab: token refused`, or `3 live`. */
function describeWorst(worst: Feed, name: string, well: number, {now}: HealthContext): Line {
	const {trouble, answeredAt} = worst;
	if (trouble !== undefined) {
		return [span(`${name}: ${describeTrouble(trouble.outcome).health}`, 'trouble')];
	}

	if (answeredAt === undefined) {
		return [span(`${name}: connecting…`)];
	}

	return [span(isWell(worst) ? `${well} live` : `${name}: ${describePrecisely(now - answeredAt)} old, no answer yet`)];
}

/** What else there is to say of the worst account: its age before what happened, which can be long, and the next try before both. */
function describeTroubled(worst: Feed, others: readonly Feed[], nameOf: (feed: Feed) => string, context: HealthContext): readonly Part[] {
	const {trouble} = worst;
	const [, ...told] = trouble === undefined ? [] : describeFailing(worst, trouble, context);
	const whatHappened = worst.answeredAt === undefined ? 0 : 1;
	const sick = others.flatMap(other => other.trouble === undefined
		? []
		: [part([span(`${nameOf(other)}: ${describeTrouble(other.trouble.outcome).health}`, 'trouble')], 8)]);
	// The advice is the last, and dim: it is left out first.
	const ill = [worst, ...others].flatMap(feed => describeServerIll(feed).map(line => part([span(`${nameOf(feed)}: `, 'trouble'), ...line], 7)));
	const [advice] = told.slice(-1);
	return [
		...told.slice(0, -1).map((line, index) => part(line, 4 + index + (index === whatHappened ? 1.5 : 0))),
		...ill,
		...sick,
		...advice === undefined ? [] : [part(advice, 9)],
	];
}

/** What is said of answers that come: the time of the oldest of them, what a person should know of any, and the interval of all. */
function describeLive(feeds: readonly Feed[], nameOf: (feed: Feed) => string, context: HealthContext): readonly Part[] {
	const {now, time, interval} = context;
	const answered = feeds.map(({answeredAt}) => answeredAt).filter(at => at !== undefined);
	const oldest: readonly Part[] = answered.length === 0 ? [] : [part([span(time.moment(Math.min(...answered), now))], 4)];
	const cautions = feeds.flatMap(feed => {
		const lines: readonly Line[] = [...feed.isAbsent ? [[span(noSuchInstance, 'caution')]] : [], ...describeCautions(feed, context)];
		return lines.map(line => part([span(`${nameOf(feed)}: `, 'caution'), ...line], 5));
	});
	return [...oldest, ...cautions, ...describeInterval(interval).map(line => part(line, 6))];
}

/** The calls left to the account that has the fewest: as dim as on the header of one account, unless they are few. */
function describeLowest(feeds: readonly Feed[], nameOf: (feed: Feed) => string): readonly Part[] {
	const [lowest] = feeds
		.filter(({budget}) => budget?.remaining !== undefined)
		.toSorted((one, other) => (one.budget?.remaining ?? 0) - (other.budget?.remaining ?? 0));
	if (lowest === undefined) {
		return [];
	}

	const isLow = (lowest.budget?.remaining ?? lowBudget) < lowBudget;
	return describeBudget(lowest).map(line => part([span(`${nameOf(lowest)} `, isLow ? 'caution' : 'dim'), ...line], 10));
}
