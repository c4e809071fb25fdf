import {
	footerRows,
	headerRows,
	type Size,
} from '../screen/geometry.js';
import {fitLine, lineWidth} from '../screen/line.js';
import {wrap} from '../text/measure.js';
import {span, type Line} from '../screen/span.js';
import type {Keymap} from '../keymap/bindings.js';
import {describeKeys, type KeyHelp} from '../keymap/describe.js';

/** Help: its lines, and the size in cells of the box inside its frame. */
export type HelpLayout = {
	readonly lines: readonly Line[];
	readonly width: number;
	readonly height: number;
};

/** Cells of the frame and of the padding, left and right together. */
const frameColumns = 4;
const frameRows = 2;

/** Width from which on the help has two columns: most descriptions then fit on one line. */
const twoColumnWidth = 96;
const columnGap = 4;
const keysWidth = 22;
const gap = 2;

/** Lays out all keys by place, in two columns on a wide screen and otherwise in one. Descriptions wrap, and nothing is cut. */
export function layoutHelp({columns, rows}: Size, keymap: Keymap): HelpLayout {
	const width = Math.max(1, columns - frameColumns);
	const height = Math.max(1, rows - headerRows - footerRows - frameRows);
	const half = Math.floor((width - columnGap) / 2);
	return {lines: width < twoColumnWidth ? layoutBlocks(width, keymap).flat() : sideBySide(layoutBlocks(half, keymap)), width, height};
}

function layoutBlocks(width: number, keymap: Keymap): ReadonlyArray<readonly Line[]> {
	return describeKeys(keymap).map(({heading, keys}): readonly Line[] => [
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

/** Puts the blocks into two columns, in their order, divided where the longer one is as short as can be. */
function sideBySide(blocks: ReadonlyArray<readonly Line[]>): readonly Line[] {
	const divisions = blocks.map((_, index) => ({left: blocks.slice(0, index + 1).flat(), right: blocks.slice(index + 1).flat()}));
	const [{left, right} = {left: [], right: []}] = divisions
		.toSorted((one, other) => Math.max(one.left.length, one.right.length) - Math.max(other.left.length, other.right.length));
	const leftWidth = Math.max(...left.map(line => lineWidth(line))) + columnGap;
	const height = Math.max(left.length, right.length);
	return Array.from({length: height}, (_, index): Line => [...fitLine(left[index] ?? [], leftWidth, ''), ...right[index] ?? []]);
}
