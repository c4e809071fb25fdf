import {
	cellWidth,
	fit,
	takeCells,
	wrap,
} from '../text/measure.js';
import {span, type Line, type Span} from './span.js';

/** How many cells the line takes. */
export function lineWidth(line: Line): number {
	let width = 0;
	for (const {text} of line) {
		width += cellWidth(text);
	}

	return width;
}

/** How many cells the line takes, or one more than `limit` if it takes more than that; a text of a megabyte is not measured to its end. */
export function lineWidthUpTo(line: Line, limit: number): number {
	const width = lineWidth(line.map(({text, tone}) => ({text: takeCells(text, limit + 1), tone})));
	return Math.min(width, limit + 1);
}

/** Brings a line to exactly `width` cells; a cut is marked with the ellipsis. */
export function fitLine(line: Line, width: number, ellipsis: string): Line {
	const own = lineWidth(line);
	if (own <= width) {
		return own === width ? line : [...line, span(' '.repeat(width - own))];
	}

	const fitted: Span[] = [];
	let left = width;
	for (const {text, tone} of line) {
		const needed = cellWidth(text);
		// The span that crosses the edge, or ends on it with more to come, carries the ellipsis.
		if (needed >= left) {
			fitted.push({text: fit(needed === left ? takeCells(text, left - 1) + ellipsis : text, left, {ellipsis}), tone});
			break;
		}

		fitted.push({text, tone});
		left -= needed;
	}

	return fitted;
}

/**
Two lines on one: `left` from the left edge, `right` to the right edge. Where both do not fit with `gap` cells between them, the right one goes.
*/
export function spread(left: Line, right: Line, width: number, {gap = 2, ellipsis}: {readonly gap?: number; readonly ellipsis: string}): Line {
	const room = width - lineWidth(left) - lineWidth(right);
	return room < gap || right.length === 0
		? fitLine(left, width, ellipsis)
		: [...left, span(' '.repeat(room)), ...right];
}

/** The room that the widest character needs. */
const widest = 2;

/** Breaks a line into lines of at most `width` cells; those after the first begin with `indent` spaces, unless that leaves too little room. Nothing is lost. */
export function wrapLine(line: Line, width: number, indent = 0): readonly Line[] {
	const room = Math.max(1, width);
	const lead = room - indent < widest ? 0 : indent;
	const lines: Span[][] = [[]];
	let left = room;
	for (const {text, tone} of line) {
		let rest = text;
		while (rest !== '') {
			const head = takeCells(rest, left);
			if (head === '' && left === room - (lines.length > 1 ? lead : 0)) {
				// A character wider than the whole line has no place on it.
				break;
			}

			if (head !== '') {
				lines.at(-1)?.push({text: head, tone});
				rest = rest.slice(head.length);
				left -= cellWidth(head);
			}

			if (rest === '') {
				continue;
			}

			lines.push(lead > 0 ? [span(' '.repeat(lead))] : []);
			left = room - lead;
		}
	}

	return lines;
}

/** Breaks a line into lines of at most `width` cells as `wrap` breaks texts: at spaces where there are some. */
export function wrapWords(line: Line, width: number): readonly Line[] {
	const text = line.map(part => part.text).join('');
	let at = 0;
	return wrap(text, width).map(piece => {
		const found = sliceLine(line, at, at + piece.length);
		// The space at which a line was broken is on neither.
		at += piece.length;
		at += text.charAt(at) === ' ' ? 1 : 0;
		return found;
	});
}

/** The part of a line between two positions in its text. */
function sliceLine(line: Line, from: number, to: number): Line {
	let at = 0;
	return line.flatMap(({text, tone}): Line => {
		const start = at;
		at += text.length;
		const part = text.slice(Math.max(0, from - start), Math.max(0, to - start));
		return part === '' ? [] : [{text: part, tone}];
	});
}

/** Whether two lines are of the same texts in the same tones. */
export function isSameLine(one: Line, other: Line): boolean {
	return one.length === other.length && one.every(({text, tone}, index) => text === other[index]?.text && tone === other[index].tone);
}
