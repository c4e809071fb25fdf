import {sanitize} from './sanitize.js';
import {cellWidth, takeCells} from './measure.js';

/** A message stays readable with this much of what somebody typed. */
const longestQuote = 48;

/** Shows in a message what somebody typed: in quotes, harmless to a terminal, and cut where it is long. */
export function quote(text: string): string {
	return `"${cut(text)}"`;
}

/** The same without quotes, for the name of an option. */
export function cut(text: string): string {
	const safe = sanitize(text);
	return cellWidth(safe) > longestQuote ? `${takeCells(safe, longestQuote - 1)}…` : safe;
}
