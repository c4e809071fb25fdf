import {findNearest} from '../nearest.js';
import {accept, refuse, type Parsed} from '../parsed.js';
import {quote, shorten} from '../quote.js';
import {readDuration} from './parse-duration.js';

/** A time of day, and the milliseconds of its second. */
export type ClockOfDay = {readonly hour: number; readonly minute: number; readonly second: number; readonly millisecond: number};

/** A calendar day; months count from 1, and weekdays from Sunday, which is 0. */
export type GivenDay =
	| {readonly kind: 'date'; readonly year: number; readonly month: number; readonly day: number}
	/** The last such day that has begun. */
	| {readonly kind: 'yearless'; readonly month: number; readonly day: number}
	| {readonly kind: 'weekday'; readonly weekday: number}
	/** So many days before today. */
	| {readonly kind: 'back'; readonly days: number};

/** A point in time as a person gave it: which one it is depends on the present time and the time zone. */
export type GivenTime =
	| {readonly kind: 'instant'; readonly at: number}
	| {readonly kind: 'ago'; readonly milliseconds: number}
	/** A day and a time of day by the local clock. A day alone is its beginning; a time of day alone is the last such time. */
	| {readonly kind: 'local'; readonly day: GivenDay | undefined; readonly clock: ClockOfDay | undefined}
	/** When a monitor was last looked at. */
	| {readonly kind: 'last'};

/** Whether `last` is a time here: the reader has to know the memory's visits. */
export type GivenTimeOptions = {readonly hasLast: boolean};

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const daysBack: Readonly<Record<string, number>> = {today: 0, yesterday: 1};

/**
Reads a time as people give it: `18:00`, `yesterday 18:00`, `Tue 18:40`, `2026-10-01`, `10-01 18:00`, `3d`, `12h ago`, `now`, and ISO 8601
with or without an offset.

Libraries were tried. chrono-node is 3.2 MB, takes `18:00` for one to come, and passes over what it does not understand: to it `10-01 18:00`
is 18:00 to come. any-date-parser, 116 kB, has neither `18:00` alone nor `Tue 18:40`, and takes the 30th of February for the 2nd of March.
*/
export function parseTime(text: string, {hasLast}: GivenTimeOptions): Parsed<GivenTime> {
	const words = text.trim().toLowerCase().replaceAll(/\s+/gv, ' ');
	if (words === 'now') {
		return accept({kind: 'ago', milliseconds: 0});
	}

	if (words === 'last' && hasLast) {
		return accept({kind: 'last'});
	}

	// A bare number is no time: 2026 would be the last 34 minutes.
	const length = words.replace(/ ago$/v, '');
	const milliseconds = /[a-z]$/v.test(length) ? readDuration(length) : undefined;
	return milliseconds === undefined ? parseCalendar(text, words, hasLast) : accept({kind: 'ago', milliseconds});
}

/** Whether the argument after a time belongs to it, as in `--from yesterday 18:00` and `--from 12h ago`. */
export function isContinuedBy(text: string, next: string): boolean {
	return /^(?:ago|\d{1,2}:\d{2}\S*)$/iv.test(next) && isDayOrLength(text) && parseTime(`${text} ${next}`, {hasLast: false}).kind === 'value';
}

/** Whether a time can go on: not where it has a time of day, or is all that it can be. */
function isDayOrLength(text: string): boolean {
	return !/:|^now$|ago$/iv.test(text.trim());
}

/** A time of day with or without a time zone, at the end of a text; a day may stand before it. */
const timeOfDay = /(?:^| |(?<=\d)t)(?<clock>\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?<zone>z|[+\-]\d{2}(?::?\d{2})?)?$/v;

function parseCalendar(text: string, words: string, hasLast: boolean): Parsed<GivenTime> {
	const found = timeOfDay.exec(words);
	const {clock: clockText, zone} = found?.groups ?? {};
	const dayText = words.slice(0, found?.index);
	const clock = clockText === undefined ? undefined : readClock(clockText);
	const day = readDay(dayText);
	if (day === undefined && (dayText !== '' || found === null)) {
		return refuse(`${quote(text)} is no time.${suggest(words)} ${advice(hasLast)}`);
	}

	if (clock === undefined && clockText !== undefined) {
		return refuse(`${quote(text)} is no time: a day has the hours 0 to 23, and the minutes 00 to 59.`);
	}

	if (day?.kind === 'date' || day?.kind === 'yearless') {
		// A day of each year may be the 29th of February.
		const year = day.kind === 'date' ? day.year : 2024;
		if (!isDay({...day, year})) {
			return refuse(`${quote(text)} is no time: there is no such day.`);
		}
	}

	if (zone === undefined) {
		return accept({kind: 'local', day, clock});
	}

	return day?.kind === 'date' && clock !== undefined
		? accept({kind: 'instant', at: Date.UTC(day.year, day.month - 1, day.day, clock.hour, clock.minute, clock.second, clock.millisecond) - offsetOf(zone)})
		: refuse(`${quote(text)} is no time: with a time zone it needs a whole date, such as 2026-10-01T18:00:00Z.`);
}

function readDay(text: string): GivenDay | undefined {
	const back = Object.hasOwn(daysBack, text) ? daysBack[text] : undefined;
	if (back !== undefined) {
		return {kind: 'back', days: back};
	}

	const {year, month, day} = /^(?:(?<year>\d{4})-)?(?<month>\d{2})-(?<day>\d{2})$/v.exec(text)?.groups ?? {};
	if (month !== undefined && day !== undefined) {
		const date = {month: Number(month), day: Number(day)};
		return year === undefined ? {kind: 'yearless', ...date} : {kind: 'date', year: Number(year), ...date};
	}

	const weekday = text.length < 3 ? -1 : weekdays.findIndex(name => name.startsWith(text));
	return weekday === -1 ? undefined : {kind: 'weekday', weekday};
}

function readClock(text: string): ClockOfDay | undefined {
	const [hour = 0, minute = 0, seconds = 0] = text.split(':').map(Number);
	const second = Math.floor(seconds);
	return hour < 24 && minute < 60 && second < 60
		? {
			hour, minute, second, millisecond: Math.floor((seconds - second) * 1000),
		}
		: undefined;
}

/** Whether the calendar has the day. `Date` takes years of two digits for those of another century. */
export function isDay({year, month, day}: {readonly year: number; readonly month: number; readonly day: number}): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The offset of a time zone from UTC in milliseconds: `+02:00`, `-0330`, `+02`, `z`. */
function offsetOf(zone: string): number {
	const {sign, hours = '0', minutes = '0'} = /^(?<sign>[+\-])(?<hours>\d{2}):?(?<minutes>\d{2})?$/v.exec(zone)?.groups ?? {};
	return (sign === '-' ? -1 : 1) * ((Number(hours) * 60) + Number(minutes)) * 60_000;
}

function suggest(words: string): string {
	const [first = '', ...others] = words.split(' ');
	const nearest = findNearest(first, ['now', ...Object.keys(daysBack), ...weekdays]);
	return nearest === undefined ? '' : ` Did you mean ${[nearest, ...others].map(word => shorten(word)).join(' ')}?`;
}

function advice(hasLast: boolean): string {
	return 'Give one such as 18:00, yesterday 18:00, Tue 18:40, 2026-10-01, 2026-10-01 18:00, 3d, 12h ago, today, now, '
		+ `${hasLast ? 'last (the last visit) ' : ''}or 2026-10-01T18:00:00Z.`;
}
