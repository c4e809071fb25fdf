/** Writes points in time, given in milliseconds since the epoch, as the clocks of one time zone show them. */
export type ClockTime = {
	/** `20:51:45` */
	readonly clock: (at: number) => string;
	/** The same, with the date before it where that is not the day of `now`: `04-28 20:51:45`, and with the year where that is another one. */
	readonly moment: (at: number, now: number) => string;
	/** As one says it, to the minute: `18:40` of today, `Tue 18:40` of the last six days, else with the date, `04-28 18:40`. */
	readonly spoken: (at: number, now: number) => string;
	/**
	From one time to a later one, without what the two share: `20:51:30–50`, `20:51:50–52:10`, `23:59:50–00:00:10`. With the date of its
	beginning where its end is not of the day of `now`, and with both dates where it takes a day or more.
	*/
	readonly range: (from: number, to: number, now: number) => string;
	/** `2026-04-28 10:30:00` */
	readonly stamp: (at: number) => string;
};

/** Date and time of day in one time zone; months count from 1. */
export type LocalTime = {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
};

/** Makes the writer of times; `localTime` converts a point in time to the time zone. */
export function createClockTime(localTime: (at: number) => LocalTime): ClockTime {
	const clock = (at: number) => {
		const {hour, minute, second} = localTime(at);
		return [hour, minute, second].map(part => twoDigits(part)).join(':');
	};

	const stamp = (at: number) => {
		const {year, month, day} = localTime(at);
		return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)} ${clock(at)}`;
	};

	const moment = (at: number, now: number) => {
		const [that, today] = [localTime(at), localTime(now)];
		if (that.year !== today.year) {
			return stamp(at);
		}

		return that.month === today.month && that.day === today.day ? clock(at) : stamp(at).slice('2026-'.length);
	};

	const range = (from: number, to: number, now: number) => {
		const [begin, end] = [clock(from), clock(to)];
		if (to - from >= wholeDay) {
			return `${moment(from, now)}–${moment(to, now)}`;
		}

		const isOfToday = moment(to, now) === end;
		const start = isOfToday ? begin : moment(from, now);
		// A clock that is set back shows the same hour and minute again an hour later.
		const shared = sharable.find(({text, within}) => to - from < within && begin.slice(0, text.length) === end.slice(0, text.length));
		return begin === end ? start : `${start}–${end.slice(shared?.text.length ?? 0)}`;
	};

	return {
		clock,
		stamp,
		moment,
		range,
		spoken(at, now) {
			const days = dayNumber(localTime(now)) - dayNumber(localTime(at));
			const minutes = clock(at).slice(0, 'hh:mm'.length);
			if (days === 0) {
				return minutes;
			}

			return days > 0 && days < weekdays.length
				? `${weekdays[(dayNumber(localTime(at)) + firstWeekday) % weekdays.length] ?? ''} ${minutes}`
				: moment(at, now).slice(0, -':ss'.length);
		},
	};
}

/** The beginnings of a time of day that two times have in common, and how close to each other they have to be. */
const sharable = [{text: 'hh:mm:', within: 60_000}, {text: 'hh:', within: 60 * 60_000}] as const;

const wholeDay = 24 * 60 * 60_000;

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The first day of the epoch was a Thursday. */
const firstWeekday = 4;

/** The number of a calendar day since the epoch. */
function dayNumber({year, month, day}: LocalTime): number {
	return Math.round(Date.UTC(year, month - 1, day) / wholeDay);
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
