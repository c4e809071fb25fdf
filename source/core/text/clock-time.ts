/** Writes points in time, given in milliseconds since the epoch, as the clocks of one time zone show them. */
export type ClockTime = {
	/** `20:51:45` */
	readonly clock: (at: number) => string;
	/** The same, with the date before it where that is not the day of `now`: `04-28 20:51:45`, and with the year where that is another one. */
	readonly moment: (at: number, now: number) => string;
	/** As one says it, to the minute: `18:40` of today, `Tue 18:40` of the last six days, else with the date, `04-28 18:40`. */
	readonly spoken: (at: number, now: number) => string;
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

	return {
		clock,
		stamp,
		moment,
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

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The first day of the epoch was a Thursday. */
const firstWeekday = 4;

/** The number of a calendar day since the epoch. */
function dayNumber({year, month, day}: LocalTime): number {
	return Math.round(Date.UTC(year, month - 1, day) / (24 * 60 * 60_000));
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
