/** Writes points in time, given in milliseconds since the epoch, as the clocks of one time zone show them. */
export type ClockTime = {
	/** `20:51:45` */
	readonly clock: (at: number) => string;
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

	return {
		clock,
		stamp(at) {
			const {year, month, day} = localTime(at);
			return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)} ${clock(at)}`;
		},
	};
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
