import {sanitize} from './sanitize.js';
import {cellWidthUpTo, takeCells} from './measure.js';

/** Most cells of a quoted text, so that the message around it stays readable. */
const longestQuote = 48;

/** Quotes a typed text in a message: harmless to a terminal, and cut where it is long. */
export function quote(text: string): string {
	return `"${shorten(text)}"`;
}

/** Does the same as `quote` without the quotes, for the name of an option. */
export function shorten(text: string): string {
	const safe = sanitize(text);
	return cellWidthUpTo(safe, longestQuote) > longestQuote ? `${takeCells(safe, longestQuote - 1)}…` : safe;
}
