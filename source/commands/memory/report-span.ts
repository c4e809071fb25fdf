import type {ReportSettings} from '../../config/settings/report.js';
import type {Run} from '../../core/fleet/seen/coverage.js';
import {day} from '../../core/text/duration.js';
import type {GivenTime} from '../../core/text/time/given-time.js';
import {instantOf, type Present} from '../../core/text/time/instant-of.js';

/** The span of time that a report is asked for, and the same days as days of UTC. Their ends are not in them. */
export type ReportSpan = {readonly asked: Run; readonly asDays: Run};

/** Reported unless told otherwise, in milliseconds. */
const usualLength = 30 * day;

/** Tells which span the options mean. Days and months are those of the local calendar: one may have 23 or 25 hours. */
export function spanOfReport({last, month, from, to}: Pick<ReportSettings, 'last' | 'month' | 'from' | 'to'>, present: Present): ReportSpan {
	const read = (given: GivenTime | undefined) => given === undefined || given.kind === 'last' ? undefined : instantOf(given, present);
	const firstOf = (year: number, monthOfYear: number) => startOfDay({year, month: monthOfYear, day: 1}, present);
	const end = read(to) ?? present.now;
	const asked = month === undefined
		? {from: read(from) ?? (end - (last ?? usualLength)), to: end}
		: {from: firstOf(month.year, month.month), to: month.month === 12 ? firstOf(month.year + 1, 1) : firstOf(month.year, month.month + 1)};
	return {asked, asDays: {from: utcDay(asked.from, present), to: utcDayAfter(asked.to, present)}};
}

type LocalDay = {readonly year: number; readonly month: number; readonly day: number};

function startOfDay(date: LocalDay, present: Present): number {
	return instantOf({kind: 'local', day: {kind: 'date', ...date}, clock: undefined}, present);
}

/** The day of UTC that has the date of a local time. */
function utcDay(at: number, {localTime}: Present): number {
	const local = localTime(at);
	return Date.UTC(local.year, local.month - 1, local.day);
}

/** The first day of UTC that is after the date of a local time, or has it where a day begins then. */
function utcDayAfter(at: number, present: Present): number {
	const isStart = startOfDay(present.localTime(at), present) === at;
	return utcDay(at, present) + (isStart ? 0 : day);
}
