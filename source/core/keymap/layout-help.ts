import {
	footerRows,
	headerRows,
	type Size,
} from '../geometry.js';
import {fitLine, lineWidth} from '../line.js';
import {span, type Line} from '../tone.js';
import {describeKeys} from './describe.js';

/** The help: its lines, and the cells its frame leaves for them. */
export type HelpLayout = {
	readonly lines: readonly Line[];
	readonly width: number;
	readonly height: number;
};

/** The frame and a cell of air on both sides. */
const frameColumns = 4;
const frameRows = 2;

/** From this width on there are two columns. */
const twoColumnsFrom = 96;
const columnsApart = 4;
const keysWidth = 22;

/** All keys, place by place, in one column or two. */
export function layoutHelp({columns, rows}: Size): HelpLayout {
	const width = Math.max(1, columns - frameColumns);
	const blocks = describeKeys().map(({heading, keys}): readonly Line[] => [
		[span(heading, 'strong')],
		...keys.map(({keys: chords, does}): Line => [span(`  ${chords.join(' ')}`.padEnd(keysWidth)), span('  '), span(does, 'dim')]),
		[],
	]);
	const height = Math.max(1, rows - headerRows - footerRows - frameRows);
	return {lines: width >= twoColumnsFrom ? sideBySide(blocks) : blocks.flat(), width, height};
}

function sideBySide(blocks: ReadonlyArray<readonly Line[]>): readonly Line[] {
	const half = Math.ceil(blocks.length / 2);
	const left = blocks.slice(0, half).flat();
	const right = blocks.slice(half).flat();
	const leftWidth = Math.max(...left.map(line => lineWidth(line))) + columnsApart;
	return Array.from({length: Math.max(left.length, right.length)}, (_, index): Line => [...fitLine(left[index] ?? [], leftWidth, ''), ...right[index] ?? []]);
}
