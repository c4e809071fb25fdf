const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in one step, for columns: `<1m`, `12m`, `3h`, `5d`. It changes seldom. */
export function describeCoarsely(milliseconds: number): string {
	if (milliseconds < minute) {
		return '<1m';
	}

	if (milliseconds < hour) {
		return `${Math.floor(milliseconds / minute)}m`;
	}

	return milliseconds < day ? `${Math.floor(milliseconds / hour)}h` : `${Math.floor(milliseconds / day)}d`;
}

/** The step that `describeCoarsely` words; the same number for the same words. */
export function coarseStep(milliseconds: number): number {
	if (milliseconds < hour) {
		return Math.floor(milliseconds / minute);
	}

	return milliseconds < day ? 100 + Math.floor(milliseconds / hour) : 200 + Math.floor(milliseconds / day);
}

/** The shortest longer length of time that is of another step. */
export function nextCoarseStep(milliseconds: number): number {
	const step = milliseconds < hour ? minute : (milliseconds < day ? hour : day);
	return (Math.floor(milliseconds / step) + 1) * step;
}

/** A length of time that is only known from below, in one step: `0m`, `12m`, `3h`. */
export function describeAtLeast(milliseconds: number): string {
	return milliseconds < minute ? '0m' : describeCoarsely(milliseconds);
}

/** A length of time in its two largest units: `45s`, `3m 12s`, `2h 05m`, `3d 4h`. Negative ones, as clocks that were set back make, are `0s`. */
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

/** A countdown: like `describePrecisely`, but never `0s` before it is over. */
export function describeCountdown(milliseconds: number): string {
	return describePrecisely(Math.ceil(Math.max(0, milliseconds) / second) * second);
}

/** A setting such as the interval: `5s`, `1m`, `1m 30s`. */
export function describeSetting(milliseconds: number): string {
	return milliseconds >= minute && milliseconds % minute === 0 ? `${milliseconds / minute}m` : describePrecisely(milliseconds);
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}
