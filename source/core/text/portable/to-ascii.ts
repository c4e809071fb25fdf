import {cellWidth} from '../measure.js';
import {isPrintableAscii} from '../printable-ascii.js';

/** Of the signs of the program. All are one cell wide, and so is what stands for each. */
const substitutes: ReadonlyMap<string, string> = new Map([
	['→', '>'],
	['←', '<'],
	['↑', '^'],
	['↓', 'v'],
	['≥', '>'],
	['–', '-'],
	['—', '-'],
	['…', '>'],
	['·', '-'],
	['│', '|'],
	['─', '-'],
	['•', '*'],
	['␣', '_'],
	...Array.from('┌┐└┘├┤┬┴┼', corner => [corner, '+'] as const),
]);

const mark = /^\p{Mark}$/v;

/**
Converts a safe text to ASCII of the same width. Accents are dropped, some characters have a substitute, and all others become `?`, one for
each cell. Line feeds and styles stay.
*/
export function toAscii(text: string): string {
	return isPrintableAscii(text) ? text : Array.from(text, character => character <= '~' ? character : substituteFor(character)).join('');
}

function substituteFor(character: string): string {
	if (mark.test(character)) {
		return '';
	}

	const base = character.normalize('NFD').charAt(0);
	return base <= '~' ? base : substitutes.get(character) ?? '?'.repeat(cellWidth(character));
}
