import stringWidth from 'string-width';
import {segmentGraphemes} from './graphemes.js';

/** Letters and signs of one cell each in one UTF-16 unit, without combining marks: what nearly all names are made of. Measuring anything else takes a hundred times as long. */
const plainCells = /^[\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{24F}]*$/v;

/** How many cells of a terminal the text takes. */
export function cellWidth(text: string): number {
	return plainCells.test(text) ? text.length : stringWidth(text);
}

/** How a text is brought to a width: padded at its right (`left`), at its left (`right`); `ellipsis` is the sign of a cut, one cell wide. */
export type FitOptions = {
	readonly align?: 'left' | 'right';
	readonly ellipsis?: string;
};

/**
Brings a text to exactly `width` cells: pads it, or cuts it between graphemes and ends it with an ellipsis. A wide character that would straddle the edge gives way to a space.
*/
export function fit(text: string, width: number, {align = 'left', ellipsis = '…'}: FitOptions = {}): string {
	if (width <= 0) {
		return '';
	}

	const own = cellWidth(text);
	if (own <= width) {
		const padding = ' '.repeat(width - own);
		return align === 'left' ? text + padding : padding + text;
	}

	const head = takeCells(text, width - 1);
	return head + ellipsis + ' '.repeat(width - 1 - cellWidth(head));
}

/** No cell of a safe text takes more UTF-16 units than this: runs of combining marks are bounded. */
const longestCell = 32;

/** The longest beginning of a text that takes no more than `width` cells, cut between graphemes. Of a text of a megabyte no more is looked at than that takes. */
export function takeCells(text: string, width: number): string {
	for (let size = (2 * Math.max(0, width)) + longestCell; ; size *= 4) {
		const head = takeFrom(text.slice(0, size), width);
		// A grapheme at the edge of what was looked at may go on behind it.
		if (size >= text.length || head.length + longestCell <= size) {
			return head;
		}
	}
}

function takeFrom(text: string, width: number): string {
	if (plainCells.test(text)) {
		return text.slice(0, Math.max(0, width));
	}

	let head = '';
	let used = 0;
	for (const {segment} of segmentGraphemes(text)) {
		const next = cellWidth(segment);
		if (used + next > width) {
			break;
		}

		head += segment;
		used += next;
	}

	return head;
}

/**
Breaks a text into lines of at most `width` cells: at spaces where there are some, within a word where it is longer than a line. Nothing is lost but the spaces at a break.
*/
export function wrap(text: string, width: number): readonly string[] {
	if (width <= 0) {
		return [text];
	}

	const lines: string[] = [];
	let rest = text;
	for (;;) {
		let head = takeCells(rest, width);
		if (head.length === rest.length) {
			lines.push(rest);
			return lines;
		}

		if (head === '') {
			// A single grapheme wider than the line: it stands alone, the caller cuts it.
			head = segmentGraphemes(rest).containing(0)?.segment ?? rest;
		}

		const space = head.lastIndexOf(' ');
		const isBreaksAtSpace = rest.charAt(head.length) === ' ' || space > width / 3;
		const line = isBreaksAtSpace && rest.charAt(head.length) !== ' ' ? head.slice(0, space) : head;
		lines.push(line);
		const next = line.length;
		rest = rest.slice(rest.charAt(next) === ' ' ? next + 1 : next);
	}
}
