const escape = '\u{1B}';

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

/** Cells beside each other with the same styles: from the end of the run before, to `end`. The first one is at a place of the line's text. */
type Run = {readonly end: number; readonly at: number; readonly styles: Styles};

/** The cells of a line: their characters, one UTF-16 unit each, and their styles. A strip has some hundreds of cells in a few runs. */
export type Cells = {readonly text: string; readonly runs: readonly Run[]};

/** There are some dozens of them, one for each way in which the theme paints a text, and in which those ways end. */
const knownStyles = new Map<string, Styles>();

function stylesOf(numbers: Styles): Styles {
	const name = numbers.join(';');
	const known = knownStyles.get(name) ?? numbers;
	knownStyles.set(name, known);
	return known;
}

export const plain = stylesOf([]);

/** What sequences of styles make of the styles that are on, by the numbers in them: a screen has thousands of sequences of some dozen kinds. */
const knownChanges = new Map<Styles, Map<string, Styles | undefined>>();

/** The styles that are on after a sequence of some; `undefined` where it is not simple. */
function changed(styles: Styles, numbers: string): Styles | undefined {
	const changes = knownChanges.get(styles) ?? new Map<string, Styles | undefined>();
	knownChanges.set(styles, changes);
	if (!changes.has(numbers)) {
		changes.set(numbers, change(styles, numbers));
	}

	return changes.get(numbers);
}

function change(former: Styles, numbers: string): Styles | undefined {
	let styles = former;
	for (const number of numbers.split(';')) {
		const style = Number(number);
		const end = endOf(style);
		if (end === undefined && !ends.has(style)) {
			return undefined;
		}

		const others = styles.filter(each => end === undefined ? endOf(each) !== style : each === style || endOf(each) !== end || end === 22);
		styles = stylesOf(end === undefined || others.includes(style) ? others : [...others, style].toSorted((one, other) => one - other));
	}

	return styles;
}

/** The cells of a line; `undefined` where it has something in it that is not simple. */
export function cellsOf(line: string): Cells | undefined {
	let text = '';
	const runs: Run[] = [];
	let styles = plain;
	for (let at = 0; at < line.length;) {
		const next = line.indexOf(escape, at);
		const end = next === -1 ? line.length : next;
		if (end > at) {
			text += line.slice(at, end);
			runs.push({end: text.length, at, styles});
		}

		if (next === -1) {
			break;
		}

		const last = line.indexOf('m', next);
		const after = line[next + 1] === '[' && last !== -1 ? changed(styles, line.slice(next + 2, last)) : undefined;
		if (after === undefined) {
			return undefined;
		}

		styles = after;
		at = last + 1;
	}

	return simple.test(text) ? {text, runs} : undefined;
}

/** The sequences between two cells, by the styles of the one and of the other. */
const knownTurns = new Map<Styles, Map<Styles, string>>();

/** Ends the styles that are on, where not all of them stay, and begins the next ones. */
export function turn(on: Styles, next: Styles): string {
	const turns = knownTurns.get(on) ?? new Map<Styles, string>();
	knownTurns.set(on, turns);
	const known = turns.get(next);
	if (known !== undefined) {
		return known;
	}

	const isEnding = on.some(style => !next.includes(style));
	const closing = isEnding ? [...new Set(on.map(style => endOf(style)))] : [];
	const opening = isEnding ? next : next.filter(style => !on.includes(style));
	const written = [...closing, ...opening].map(style => `${escape}[${style}m`).join('');
	turns.set(next, written);
	return written;
}
