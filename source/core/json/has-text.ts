import {digitsOf} from './number-text.js';
import {deepest} from './value.js';

/** Whether a text in a JSON value, or the name of a field in it, passes a test. What lies too deep to be drawn is not tested. */
export function hasText(value: unknown, isMatch: (text: string) => boolean, depth = 0): boolean {
	if (typeof value === 'string') {
		return isMatch(value);
	}

	const digits = digitsOf(value);
	if (digits !== undefined || typeof value !== 'object' || value === null || depth >= deepest) {
		return digits !== undefined && isMatch(digits);
	}

	return Array.isArray(value)
		? value.some((item: unknown) => hasText(item, isMatch, depth + 1))
		: Object.entries(value).some(([name, item]) => isMatch(name) || hasText(item, isMatch, depth + 1));
}
