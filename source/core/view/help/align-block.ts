import {
	fitLine,
	lineWidth,
	sliceLine,
	wrapWords,
} from '../../screen/line.js';
import {span, type Line} from '../../screen/span.js';
import {cellWidth} from '../../text/measure.js';
import type {HelpBlock, HelpEntry} from './blocks.js';
import {
	flowBlock,
	flowIndent,
	mark,
	tableEntry,
} from './layout-block.js';

/** Cells for the title of a block, at the left of its entries: the longest word of a title, and a gap. */
const titleWidth = 11;

/** Cells between two columns of a block, and between a sign and its words. */
const columnGap = 2;
const signGap = 1;

/** Cells of the widest sign that has its words beside it. */
const widestSign = 26;

/** The narrowest column that makes room for others, and the most columns of one block: more of them would be words all over. */
const narrowest = 16;
const mostColumns = 6;

/** Entries of a block that stand below each other: the cells of their signs, and of a whole line of them. */
type Column = {
	readonly entries: readonly HelpEntry[];
	readonly signWidth: number;
	readonly width: number;
};

/**
Lays out a block beside its title: in columns, in each of which the words begin at one cell. Of all numbers of columns it has the one that
takes the fewest lines. A block in which a sign is too wide for a column is a paragraph.
*/
export function alignBlock(block: HelpBlock, width: number, find: string): readonly Line[] {
	const room = width - titleWidth;
	const title = wrapWords(mark([span(block.title, 'strong')], find), titleWidth - 1);
	const body = block.entries.some(({sign}) => lineWidth(sign) > widestSign)
		? flowBlock({...block, title: ''}, room + flowIndent, find).map(line => sliceLine(line, flowIndent, Infinity))
		: fewestLines(block.entries, room, find);
	return Array.from({length: Math.max(title.length, body.length)}, (_, index): Line => {
		const entries = body[index] ?? [];
		return entries.length === 0 ? title[index] ?? [] : [...fitLine(title[index] ?? [], titleWidth, ''), ...entries];
	});
}

function fewestLines(entries: readonly HelpEntry[], room: number, find: string): readonly Line[] {
	let best: readonly Line[] | undefined;
	for (let count = 1; count <= Math.min(mostColumns, entries.length); count++) {
		const columns = divideEntries(entries, count, room);
		const lines = columns === undefined ? undefined : layoutColumns(columns, find);
		best = lines !== undefined && (best === undefined || lines.length < best.length) ? lines : best;
	}

	return best ?? [];
}

/** Divides entries into columns, from the top down; `undefined` where the room is too narrow for so many. */
function divideEntries(entries: readonly HelpEntry[], count: number, room: number): readonly Column[] | undefined {
	const height = Math.ceil(entries.length / count);
	const columns = Array.from({length: Math.ceil(entries.length / height)}, (_, index): Column => {
		const own = entries.slice(index * height, (index + 1) * height);
		const signWidth = Math.max(...own.map(({sign}) => lineWidth(sign)));
		return {entries: own, signWidth, width: signWidth + signGap + Math.max(...own.map(({words}) => cellWidth(words)))};
	});
	const most = widestColumn(columns.map(({width}) => width), room - ((columns.length - 1) * columnGap));
	return columns.length > 1 && columns.some(({width}) => width > most && most < narrowest)
		? undefined
		: columns.map(column => ({...column, width: Math.min(column.width, most)}));
}

/** How wide a column can be at most, so that all have room: the widest ones give way. */
function widestColumn(widths: readonly number[], room: number): number {
	let left = room;
	for (const [index, width] of widths.toSorted((one, other) => one - other).entries()) {
		const share = Math.floor(left / (widths.length - index));
		if (width > share) {
			return Math.max(1, share);
		}

		left -= width;
	}

	return Infinity;
}

function layoutColumns(columns: readonly Column[], find: string): readonly Line[] {
	const texts = columns.map(({entries, signWidth, width}) => entries.flatMap(entry => tableEntry(entry, {
		indent: 0, signWidth, gap: signGap, width, find,
	})));
	return Array.from({length: Math.max(...texts.map(text => text.length))}, (_, row): Line => texts.flatMap((text, index): Line => {
		const isLast = texts.slice(index + 1).every(other => other.length <= row);
		return isLast ? text[row] ?? [] : fitLine(text[row] ?? [], (columns[index]?.width ?? 0) + columnGap, '');
	}));
}
