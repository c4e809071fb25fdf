import type {LocalTime} from '../../core/text/clock-time.js';

/** The parts of a time in the system's time zone. It uses `Date`, since making the first format of `Intl` takes 12 ms. */
export function localTime(at: number): LocalTime {
	const date = new Date(at);
	return {
		year: date.getFullYear(),
		month: date.getMonth() + 1,
		day: date.getDate(),
		hour: date.getHours(),
		minute: date.getMinutes(),
		second: date.getSeconds(),
	};
}
