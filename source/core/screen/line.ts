import {
	cellWidth,
	cellWidthUpTo,
	fit,
	takeCells,
	wrap,
} from '../text/measure.js';
import {span, type Line, type Span} from './span.js';

/** Width of a line, in cells. */
export function lineWidth(line: Line): number {
	let width = 0;
	for (const {text} of line) {
		width += cellWidth(text);
	}

	return width;
}

/** Width of a line in cells, or `limit + 1` where it is wider than `limit`. The rest of a text, perhaps a megabyte, is not measured. */
export function lineWidthUpTo(line: Line, limit: number): number {
	let width = 0;
	for (const {text} of line) {
		width += cellWidthUpTo(text, limit - width);
		if (width > limit) {
			break;
		}
	}

	return width;
}

/** Brings a line to exactly `width` cells: pads it with spaces, or cuts it and ends it with the ellipsis. */
export function fitLine(line: Line, width: number, ellipsis: string): Line {
	const ownWidth = lineWidthUpTo(line, width);
	if (ownWidth <= width) {
		return ownWidth === width ? line : [...line, span(' '.repeat(width - ownWidth))];
	}

	const fitted: Span[] = [];
	let left = width;
	for (const {text, tone} of line) {
		const needed = cellWidthUpTo(text, left);
		// The ellipsis ends the span that crosses the edge, or that ends at the edge while more spans follow.
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
Puts two lines on one: `left` at the left edge and `right` at the right edge.
Leaves `right` out where there would be fewer than `gap` cells between them.
*/
export function spread(
	left: Line,
	right: Line,
	width: number,
	{gap = 2, ellipsis}: {readonly gap?: number; readonly ellipsis: string},
): Line {
	const between = width - lineWidthUpTo(left, width) - lineWidthUpTo(right, width);
	return between < gap || right.length === 0
		? fitLine(left, width, ellipsis)
		: [...left, span(' '.repeat(between)), ...right];
}

/** Cells of the widest character. */
const widestCharacter = 2;

/**
Breaks a line into lines of at most `width` cells, between any two characters.
No text is lost, except where a character is wider than a whole line: it is left out, with the rest of its span.
Every line after the first begins with `indent` spaces, unless that leaves too few cells for the widest character.
*/
export function wrapLine(line: Line, width: number, indent = 0): readonly Line[] {
	const fullWidth = Math.max(1, width);
	const lead = fullWidth - indent < widestCharacter ? 0 : indent;
	const lines: Span[][] = [[]];
	let left = fullWidth;
	for (const {text, tone} of line) {
		let rest = text;
		while (rest !== '') {
			const head = takeCells(rest, left);
			if (head === '' && left === fullWidth - (lines.length > 1 ? lead : 0)) {
				// The next character is wider than a whole line.
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
			left = fullWidth - lead;
		}
	}

	return lines;
}

/** Breaks a line into lines of at most `width` cells as `wrap` does: at spaces where there are some. */
export function wrapWords(line: Line, width: number): readonly Line[] {
	const text = line.map(({text: own}) => own).join('');
	let at = 0;
	return wrap(text, width).map(piece => {
		const part = sliceLine(line, at, at + piece.length);
		// The space at a break is on neither line.
		at += piece.length;
		at += text.charAt(at) === ' ' ? 1 : 0;
		return part;
	});
}

/** Cuts the part of a line between two positions in its text. */
export function sliceLine(line: Line, from: number, to: number): Line {
	let at = 0;
	return line.flatMap(({text, tone}): Line => {
		const start = at;
		at += text.length;
		const part = text.slice(Math.max(0, from - start), Math.max(0, to - start));
		return part === '' ? [] : [{text: part, tone}];
	});
}

/** Joins the neighbours of one tone, for a line whose spans are single cells: each span has its cost in all that is made of the line. */
export function joinSpans(line: Line): Line {
	const joined: Span[] = [];
	for (let index = 0; index < line.length;) {
		const {text, tone} = line[index] ?? span('');
		const first = index;
		do {
			index++;
		} while (line[index]?.tone === tone && line[index]?.text === text);

		// A text for each cell of a long run would be garbage of some hundred kilobytes for a screen of strips.
		const run = text.repeat(index - first);
		const last = joined.at(-1);
		if (last?.tone === tone) {
			joined[joined.length - 1] = {text: last.text + run, tone};
		} else {
			joined.push({text: run, tone});
		}
	}

	return joined;
}

/** Whether two lines have the same spans. */
export function isSameLine(one: Line, other: Line): boolean {
	return one.length === other.length && one.every(({text, tone}, index) => text === other[index]?.text && tone === other[index].tone);
}
