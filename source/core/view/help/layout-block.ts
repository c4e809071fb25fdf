import {markFound} from '../../screen/highlight.js';
import {
	fitLine,
	lineWidth,
	sliceLine,
	wrapLine,
	wrapWords,
} from '../../screen/line.js';
import {span, type Line, type Span} from '../../screen/span.js';
import type {HelpBlock, HelpEntry} from './blocks.js';

/** Cells that a sign or the keys of a command take at most before their words. */
const widestSign = 18;

/** Cells before the entries of a block. */
export const flowIndent = 2;

/** Cells between two entries. */
const gap = flowIndent;

/** Cells between two blocks on one line. */
const blockGap = 4;

/**
Lays out a block as a paragraph, after its title: no sign, nor the keys of a command, are parted from the first of their words. The block
begins on the line `start` where that is not fuller than `fullest`.
*/
export function flowBlock(
	{title, entries}: HelpBlock,
	width: number,
	find: string,
	{start = [], fullest = 1 / 2}: {readonly start?: Line | undefined; readonly fullest?: number} = {},
): readonly Line[] {
	const room = Math.max(1, width - gap);
	const lead = width > gap ? gap : 0;
	const lines: Line[] = [start];
	let used = lineWidth(start);
	const isOnStart = used > 0 && used <= width * fullest;
	const add = (piece: Line, distance: number, indent = lead) => {
		const needed = lineWidth(piece);
		if (used + distance + needed <= width) {
			lines[lines.length - 1] = [...lines.at(-1) ?? [], span(' '.repeat(distance)), ...piece];
			used += distance + needed;
		} else {
			lines.push(...wrapLine(piece, room).map((line): Line => [span(' '.repeat(indent)), ...line]));
			used = lineWidth(lines.at(-1) ?? []);
		}
	};

	add(mark([span(title, 'strong')], find), isOnStart ? blockGap : (used === 0 ? 0 : width), 0);
	for (const entry of entries) {
		const {sign, words} = markEntry(entry, find);
		const signs = lineWidth(sign) > widestSign ? splitWords(sign) : [sign];
		const [first = [], ...others] = splitWords(words);
		for (const [index, part] of signs.entries()) {
			add(index === signs.length - 1 ? [...part, span(' '), ...first] : part, index === 0 ? gap : 1);
		}

		for (const word of others) {
			add(word, 1);
		}
	}

	return lines[0]?.length === 0 ? lines.slice(1) : lines;
}

/**
Lays out a block as a table, below its title: each entry with its sign and its words. A block in which a sign is too wide for that is a
paragraph.
*/
export function tableBlock(block: HelpBlock, width: number, find: string): readonly Line[] {
	const {title, entries} = block;
	const signWidth = Math.max(...entries.map(({sign}) => lineWidth(sign)));
	return signWidth > widestSign
		? flowBlock(block, width, find)
		: [
			mark([span(title, 'strong')], find),
			...entries.flatMap(entry => tableEntry(entry, {
				indent: gap, signWidth, gap, width, find,
			})),
		].flatMap(line => lineWidth(line) > width ? wrapLine(line, width) : [line]);
}

/** An entry with its words beside its sign, after so many cells. */
export function tableEntry(entry: HelpEntry, {indent, signWidth, gap: between, width, find}: {
	readonly indent: number;
	readonly signWidth: number;
	readonly gap: number;
	readonly width: number;
	readonly find: string;
}): readonly Line[] {
	const {sign, words} = markEntry(entry, find);
	const told = wrapWords(words, Math.max(1, width - indent - signWidth - between));
	return told.map((line, index): Line => [
		span(' '.repeat(indent)), ...fitLine(index === 0 ? sign : [], signWidth + between, ''), ...line,
	]);
}

/** Marks what is found in an entry, also what begins in its sign and ends in its words. */
function markEntry({sign, words}: HelpEntry, find: string): {readonly sign: Line; readonly words: Line} {
	const whole = mark([...sign, span(' '), span(words, 'dim')], find);
	const at = sign.reduce((length, {text}) => length + text.length, 0);
	return {sign: sliceLine(whole, 0, at), words: sliceLine(whole, at + 1, Infinity)};
}

/** Marks what is found in a line. */
export function mark(line: Line, find: string): Line {
	return markFound(line, find, 'found');
}

/** Splits a line into its words. */
function splitWords(line: Line): readonly Line[] {
	const words: Span[][] = [[]];
	for (const {text, tone} of line) {
		for (const [index, piece] of text.split(' ').entries()) {
			if (index > 0) {
				words.push([]);
			}

			words.at(-1)?.push({text: piece, tone});
		}
	}

	return words;
}
