// In milliseconds.
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Describes a length of time in its largest unit, for columns: `<1m`, `12m`, `3h`, `5d`. The text changes seldom. */
export function describeCoarsely(milliseconds: number): string {
	if (milliseconds < minute) {
		return '<1m';
	}

	if (milliseconds < hour) {
		return `${Math.floor(milliseconds / minute)}m`;
	}

	return milliseconds < day ? `${Math.floor(milliseconds / hour)}h` : `${Math.floor(milliseconds / day)}d`;
}

/** Number that is the same for two lengths of time exactly where `describeCoarsely` gives the same text. */
export function coarseStep(milliseconds: number): number {
	if (milliseconds < hour) {
		return Math.floor(milliseconds / minute);
	}

	return milliseconds < day ? 100 + Math.floor(milliseconds / hour) : 200 + Math.floor(milliseconds / day);
}

/** The shortest longer length of time for which `describeCoarsely` gives another text. */
export function nextCoarseStep(milliseconds: number): number {
	const unit = milliseconds < hour ? minute : (milliseconds < day ? hour : day);
	return (Math.floor(milliseconds / unit) + 1) * unit;
}

/**
Describes a length of time in its two largest units: `45s`, `3m 12s`, `2h 05m`, `3d 4h`.
A negative one, as after a clock was set back, is `0s`.
*/
export function describePrecisely(milliseconds: number): string {
	const whole = Math.max(0, milliseconds);
	if (whole < minute) {
		return `${Math.floor(whole / second)}s`;
	}

	if (whole < hour) {
		return `${Math.floor(whole / minute)}m ${pad(Math.floor((whole % minute) / second))}s`;
	}

	return whole < day
		? `${Math.floor(whole / hour)}h ${pad(Math.floor((whole % hour) / minute))}m`
		: `${Math.floor(whole / day)}d ${Math.floor((whole % day) / hour)}h`;
}

/** Describes a countdown: like `describePrecisely`, but never `0s` before it is over. */
export function describeCountdown(milliseconds: number): string {
	return describePrecisely(Math.ceil(Math.max(0, milliseconds) / second) * second);
}

/** Describes a setting such as the interval: `5s`, `1m`, `1m 30s`. */
export function describeSetting(milliseconds: number): string {
	return milliseconds >= minute && milliseconds % minute === 0 ? `${milliseconds / minute}m` : describePrecisely(milliseconds);
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}
