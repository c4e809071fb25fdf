/** Writes points in time, given in milliseconds since the epoch, as the clocks of one time zone show them. */
export type ClockTime = {
	/** `20:51:45` */
	readonly clock: (at: number) => string;
	/** The same, with the date before it where that is not the day of `now`: `04-28 20:51:45`, and with the year where that is another one. */
	readonly moment: (at: number, now: number) => string;
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

	return {
		clock,
		stamp,
		moment(at, now) {
			const [that, today] = [localTime(at), localTime(now)];
			if (that.year !== today.year) {
				return stamp(at);
			}

			return that.month === today.month && that.day === today.day ? clock(at) : stamp(at).slice('2026-'.length);
		},
	};
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
