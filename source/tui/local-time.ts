import type {LocalTime} from '../core/text/clock-time.js';

/** The system's own time zone. By `Date`, since the first of `Intl`'s formats takes 12 ms to make. */
export function localTime(at: number): LocalTime {
	const date = new Date(at);
	return {
		year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate(), hour: date.getHours(), minute: date.getMinutes(), second: date.getSeconds(),
	};
}
