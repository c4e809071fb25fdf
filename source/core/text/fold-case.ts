import {isPrintableAscii} from './printable-ascii.js';

const marks = /\p{Mark}/gv;

/** Only so many characters at the beginning of a text are searched by a filter: nobody looks for what stands behind them. */
const longestSearched = 4000;

/** Letters whose stroke, or missing dot, is no mark that Unicode takes off, and those that people type as two letters. */
const plainLetters: ReadonlyMap<string, string> = new Map([
	['ł', 'l'],
	['đ', 'd'],
	['ı', 'i'],
	['ø', 'o'],
	['ħ', 'h'],
	['ŧ', 't'],
	['ß', 'ss'],
	['æ', 'ae'],
	['œ', 'oe'],
]);
const unmarked = /[ßæøđħıłœŧ]/gv;

/** Prepares a text for comparison in the filter: lower case, without accents. */
export function foldCase(text: string): string {
	return isPrintableAscii(text)
		? text.toLowerCase()
		: text.normalize('NFD').replaceAll(marks, '').toLowerCase().replaceAll(unmarked, letter => plainLetters.get(letter) ?? letter);
}

/** Folds the beginning of a text that came from outside, which may be a megabyte long and is searched with every key that is typed. */
export function foldBeginning(text: string): string {
	return foldCase(text.length > longestSearched ? text.slice(0, longestSearched) : text);
}
