import inkLineUpdate from '../../../node_modules/ink/build/line-update.js';

/** The sequences of styles (SGR) and the characters between them. */
// eslint-disable-next-line regexp/no-control-character, no-control-regex -- The expression is there to find control sequences.
const pieces = /\u{1B}\[(?<styles>[\d;]*)m|(?<text>[^\u{1B}]+)|\u{1B}/gv;

/**
Characters of which each is one UTF-16 unit, takes one cell and joins no other: Latin letters, and the signs that the program draws with.
Anything else in a line is left to Ink.
*/
const simple = /^[\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{24F}\u{2010}-\u{2027}\u{2190}-\u{2193}\u{2248}\u{2265}\u{2500}-\u{25FC}\u{2691}\u{2715}]*$/v;

/** What ends a style, by its number; each number of the same end takes the place of the other, but bold and dim, which add up. */
function endOf(style: number): number | undefined {
	if (style === 1 || style === 2) {
		return 22;
	}

	if ([3, 4, 7, 9].includes(style)) {
		return style + 20;
	}

	if ((style >= 30 && style <= 37) || (style >= 90 && style <= 97)) {
		return 39;
	}

	return (style >= 40 && style <= 47) || (style >= 100 && style <= 107) ? 49 : undefined;
}

/** The ends of styles by their numbers. */
const ends: ReadonlySet<number> = new Set([22, 23, 24, 27, 29, 39, 49]);

/** Styles that are on together, in the order of their numbers: of equal ones there is one object, so that two cells compare at once. */
type Styles = readonly number[];

/** The cells of a line: their characters, one UTF-16 unit each, and the styles that are on in each. */
type Cells = {readonly text: string; readonly styles: readonly Styles[]};

/**
Writes a line in the place of a former one: moves to the first cell that differs and writes up to the last one that does. Where the lines
are not of one length, or have more in them than simple characters and styles, or where it takes fewer characters, Ink's own way is taken.
*/
export default function lineUpdate(previous: string, next: string, columns?: number): string {
	const [before, after] = [cellsOf(previous), cellsOf(next)];
	if (before?.text.length !== after?.text.length || before === undefined || after === undefined || after.text.length > (columns ?? 0)) {
		return inkLineUpdate(previous, next, columns);
	}

	const isSame = (index: number) => before.text[index] === after.text[index] && before.styles[index] === after.styles[index];
	let [from, to] = [0, after.text.length];
	while (from < to && isSame(from)) {
		from++;
	}

	if (from === to) {
		return '';
	}

	while (isSame(to - 1)) {
		to--;
	}

	const part = `\u{1B}[${from + 1}G${write(after, from, to)}`;
	// Ink writes the line from there at least, to its end. What it would write is made only where it could be shorter: that takes longer.
	if (part.length <= next.length - offsetOf(next, from)) {
		return part;
	}

	const whole = inkLineUpdate(previous, next, columns);
	return part.length < whole.length ? part : whole;
}

/** The place of a cell in its line. */
function offsetOf(line: string, cell: number): number {
	let left = cell;
	for (const {groups, index} of line.matchAll(pieces)) {
		const {length} = groups?.text ?? '';
		if (left < length) {
			return index + left;
		}

		left -= length;
	}

	return line.length;
}

/** There are some dozens of them, one for each way in which the theme paints a text, and in which those ways end. */
const knownStyles = new Map<string, Styles>();

function stylesOf(numbers: Styles): Styles {
	const name = numbers.join(';');
	const known = knownStyles.get(name) ?? numbers;
	knownStyles.set(name, known);
	return known;
}

const plain = stylesOf([]);

/** The cells of a line; `undefined` where it has something in it that is not simple. */
function cellsOf(line: string): Cells | undefined {
	let text = '';
	const cells: Styles[] = [];
	let styles = plain;
	for (const {groups} of line.matchAll(pieces)) {
		if (groups?.text !== undefined) {
			if (!simple.test(groups.text)) {
				return undefined;
			}

			text += groups.text;
			while (cells.length < text.length) {
				cells.push(styles);
			}

			continue;
		}

		for (const number of (groups?.styles ?? 'none').split(';')) {
			const style = Number(number);
			const end = endOf(style);
			if (end === undefined && !ends.has(style)) {
				return undefined;
			}

			const others = styles.filter(each => end === undefined ? endOf(each) !== style : each === style || endOf(each) !== end || end === 22);
			styles = stylesOf(end === undefined || others.includes(style) ? others : [...others, style].toSorted((one, other) => one - other));
		}
	}

	return {text, styles: cells};
}

/** Writes the cells of a line after a cell without styles, and ends their styles. */
function write({text, styles}: Cells, from: number, to: number): string {
	let written = '';
	let on = plain;
	const change = (next: Styles) => {
		const isEnding = on.some(style => !next.includes(style));
		const closing = isEnding ? [...new Set(on.map(style => endOf(style)))] : [];
		const opening = isEnding ? next : next.filter(style => !on.includes(style));
		written += [...closing, ...opening].map(style => `\u{1B}[${style}m`).join('');
		on = next;
	};

	for (let index = from; index < to; index++) {
		const next = styles[index] ?? plain;
		if (next !== on) {
			change(next);
		}

		written += text[index] ?? '';
	}

	change(plain);
	return written;
}
