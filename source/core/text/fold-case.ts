import {isPrintableAscii} from './printable-ascii.js';

const marks = /\p{Mark}/gv;

/** Only so many characters at the beginning of a text are searched by a filter: nobody looks for what stands behind them. */
const longestSearched = 4000;

/** Prepares a text for comparison in the filter: lower case, without accents. */
export function foldCase(text: string): string {
	return isPrintableAscii(text) ? text.toLowerCase() : text.normalize('NFD').replaceAll(marks, '').toLowerCase();
}

/** Folds the beginning of a text that came from outside, which may be a megabyte long and is searched with every key that is typed. */
export function foldBeginning(text: string): string {
	return foldCase(text.length > longestSearched ? text.slice(0, longestSearched) : text);
}
