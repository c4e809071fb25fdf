/** Whether `at` is less than `span` milliseconds ago. A time in the future, as after a clock was set back, is not. */
export function isWithin(span: number, at: number, now: number): boolean {
	return at <= now && now - at < span;
}
