import {
	footerRows,
	headerRows,
	type Size,
} from '../screen/geometry.js';
import {fitLine, lineWidth} from '../screen/line.js';
import {wrap} from '../text/measure.js';
import {span, type Line} from '../screen/span.js';
import {describeKeys, type KeyHelp} from '../keymap/describe.js';

/** The help: its lines, and the cells its frame leaves for them. */
export type HelpLayout = {
	readonly lines: readonly Line[];
	readonly width: number;
	readonly height: number;
};

/** The frame and a cell of air on both sides. */
const frameColumns = 4;
const frameRows = 2;

/** From this width on both columns have room for most of their words. */
const twoColumnsFrom = 96;
const columnsApart = 4;
const keysWidth = 22;
const gap = 2;

/** All keys, place by place: in two columns where there is room, else in one. What does not fit on a line goes on below, nothing is cut. */
export function layoutHelp({columns, rows}: Size): HelpLayout {
	const width = Math.max(1, columns - frameColumns);
	const height = Math.max(1, rows - headerRows - footerRows - frameRows);
	const half = Math.floor((width - columnsApart) / 2);
	return {lines: width < twoColumnsFrom ? layoutBlocks(width).flat() : sideBySide(layoutBlocks(half)), width, height};
}

function layoutBlocks(width: number): ReadonlyArray<readonly Line[]> {
	return describeKeys().map(({heading, keys}): readonly Line[] => [
		[span(heading, 'strong')],
		...keys.flatMap(help => layoutKeys(help, width)),
		[],
	]);
}

function layoutKeys({keys, does}: KeyHelp, width: number): readonly Line[] {
	return wrap(does, Math.max(1, width - keysWidth - gap)).map((words, index): Line => [
		span((index === 0 ? `  ${keys.join(' ')}` : '').padEnd(keysWidth + gap)),
		span(words, 'dim'),
	]);
}

function sideBySide(blocks: ReadonlyArray<readonly Line[]>): readonly Line[] {
	const half = Math.ceil(blocks.length / 2);
	const left = blocks.slice(0, half).flat();
	const right = blocks.slice(half).flat();
	const leftWidth = Math.max(...left.map(line => lineWidth(line))) + columnsApart;
	return Array.from({length: Math.max(left.length, right.length)}, (_, index): Line => [...fitLine(left[index] ?? [], leftWidth, ''), ...right[index] ?? []]);
}
