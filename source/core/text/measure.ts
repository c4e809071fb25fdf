import stringWidth from 'string-width';
import {segmentGraphemes} from './graphemes.js';

/**
Characters that do not take one cell and one UTF-16 unit each, or combine with others: all but Latin letters, and the signs that the program
draws with.
*/
const notPlain = /[^\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{24F}\u{2010}-\u{2027}\u{2190}-\u{2193}\u{2248}\u{2265}\u{2500}-\u{25FC}\u{2691}\u{2715}]/v;

/**
Whether each character takes one cell and one UTF-16 unit, as in nearly all names and strips. Measuring any other text takes a hundred times
as long.
*/
function isPlain(text: string): boolean {
	return !notPlain.test(text);
}

/** Number of terminal cells that the text takes. */
export function cellWidth(text: string): number {
	return isPlain(text) ? text.length : stringWidth(text);
}

/** Number of cells of a text, or `limit + 1` where it takes more than `limit`. The rest of a text, perhaps a megabyte, is not measured. */
export function cellWidthUpTo(text: string, limit: number): number {
	if (text.length <= limit && isPlain(text)) {
		return text.length;
	}

	// No cell has more than two units but for marks, so that most texts are short enough to be measured as they are.
	return text.length <= longestCell || takeCells(text, limit).length === text.length ? Math.min(cellWidth(text), limit + 1) : limit + 1;
}

/**
Options of `fit`. `align: 'left'` pads a text at its right, `align: 'right'` at its left.
`ellipsis` marks a cut; it is one cell wide.
*/
export type FitOptions = {
	readonly align?: 'left' | 'right';
	readonly ellipsis?: string;
};

/**
Brings a text to exactly `width` cells: pads it, or cuts it between graphemes and ends it with an ellipsis.
Where a wide character at the cut does not fit, a space after the ellipsis fills the cell.
*/
export function fit(text: string, width: number, {align = 'left', ellipsis = '…'}: FitOptions = {}): string {
	if (width <= 0) {
		return '';
	}

	const textWidth = cellWidthUpTo(text, width);
	if (textWidth <= width) {
		const padding = ' '.repeat(width - textWidth);
		return align === 'left' ? text + padding : padding + text;
	}

	const head = takeCells(text, width - 1);
	return head + ellipsis + ' '.repeat(width - 1 - cellWidth(head));
}

/** Upper bound of the UTF-16 units in one cell of a safe text: `sanitize` bounds the runs of combining marks. */
const longestCell = 32;

/**
The longest beginning of a text that takes at most `width` cells, cut between graphemes.
It reads only as much of the text as it needs, even of a text of a megabyte.
*/
export function takeCells(text: string, width: number): string {
	for (let size = (2 * Math.max(0, width)) + longestCell; ; size *= 4) {
		const head = takeFromSlice(text.slice(0, size), width);
		// The last grapheme of the slice may continue after the slice.
		if (size >= text.length || head.length + longestCell <= size) {
			return head;
		}
	}
}

function takeFromSlice(text: string, width: number): string {
	if (isPlain(text)) {
		return text.slice(0, Math.max(0, width));
	}

	let head = '';
	let used = 0;
	for (const unit of unitsOf(text)) {
		const next = cellWidth(unit);
		if (used + next > width) {
			break;
		}

		head += unit;
		used += next;
	}

	return head;
}

/** Nothing that a terminal draws as one is wider, in cells. */
const widestGrapheme = 2;

/**
The parts between which a text may be cut: its graphemes, but the characters of one that is wider than any a terminal draws as one. By
Unicode's rules letters of Hangul, for one, make a grapheme of any length.

@yields A grapheme, or a character.
*/
function * unitsOf(text: string): Generator<string, void> {
	for (const {segment} of segmentGraphemes(text)) {
		if (cellWidth(segment) > widestGrapheme) {
			yield * segment;
		} else {
			yield segment;
		}
	}
}

function firstUnit(text: string): string {
	const first = unitsOf(text.slice(0, longestCell)).next();
	return first.done === true ? text : first.value;
}

/**
Breaks a text into lines of at most `width` cells: at spaces where there are some, or within a word that is longer than a line.
Only the spaces at a break are lost.
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
			// A single character wider than the line gets a line of its own; the caller cuts it.
			head = firstUnit(rest);
		}

		const space = head.lastIndexOf(' ');
		const isWholeWord = rest.charAt(head.length) === ' ';
		const line = !isWholeWord && space > width / 3 ? head.slice(0, space) : head;
		lines.push(line);
		const next = line.length;
		rest = rest.slice(rest.charAt(next) === ' ' ? next + 1 : next);
	}
}
