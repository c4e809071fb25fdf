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

/** One cell: its character, and the styles that are on there, in the order of their numbers. */
type Cell = {readonly character: string; readonly styles: readonly number[]};

/**
Writes a line in the place of a former one: moves to the first cell that differs and writes up to the last one that does. Where the lines
are not of one length, or have more in them than simple characters and styles, or where it takes fewer characters, Ink's own way is taken.
*/
export default function lineUpdate(previous: string, next: string, columns?: number): string {
	const whole = inkLineUpdate(previous, next, columns);
	const [before, after] = [cellsOf(previous), cellsOf(next)];
	if (before?.length !== after?.length || before === undefined || after === undefined || after.length > (columns ?? 0)) {
		return whole;
	}

	const isDifferent = (cell: Cell, index: number) => !isSame(cell, before[index]);
	const from = after.findIndex((cell, index) => isDifferent(cell, index));
	if (from === -1) {
		return '';
	}

	const part = `\u{1B}[${from + 1}G${write(after.slice(from, after.findLastIndex((cell, index) => isDifferent(cell, index)) + 1))}`;
	return part.length < whole.length ? part : whole;
}

function isSame(one: Cell, other: Cell | undefined): boolean {
	return one.character === other?.character && (one.styles === other.styles || one.styles.join(';') === other.styles.join(';'));
}

/** The cells of a line; `undefined` where it has something in it that is not simple. */
function cellsOf(line: string): readonly Cell[] | undefined {
	const cells: Cell[] = [];
	let styles: readonly number[] = [];
	for (const {groups} of line.matchAll(pieces)) {
		if (groups?.text !== undefined) {
			if (!simple.test(groups.text)) {
				return undefined;
			}

			for (const character of groups.text) {
				cells.push({character, styles});
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
			styles = end === undefined || others.includes(style) ? others : [...others, style].toSorted((one, other) => one - other);
		}
	}

	return cells;
}

/** Writes cells after a cell without styles, and ends their styles. */
function write(cells: readonly Cell[]): string {
	let written = '';
	let on: readonly number[] = [];
	const change = (styles: readonly number[]) => {
		const isEnding = on.some(style => !styles.includes(style));
		const closing = isEnding ? [...new Set(on.map(style => endOf(style)))] : [];
		const opening = isEnding ? styles : styles.filter(style => !on.includes(style));
		written += [...closing, ...opening].map(style => `\u{1B}[${style}m`).join('');
		on = styles;
	};

	for (const {character, styles} of cells) {
		if (styles !== on) {
			change(styles);
		}

		written += character;
	}

	change([]);
	return written;
}
