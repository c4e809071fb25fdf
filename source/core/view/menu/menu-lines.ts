import type {Symbols} from '../../screen/symbols.js';
import {lineWidth} from '../../screen/line.js';
import {span, type Line} from '../../screen/span.js';
import type {Viewport} from '../../screen/viewport.js';
import {cutMiddle} from '../../text/cut-middle.js';
import {cellWidth, fit} from '../../text/measure.js';
import {promptView, type Prompt} from '../prompt.js';
import type {MenuItem} from './menu-item.js';

/** Cells before an item, for the marker of the cursor, and between its parts. */
const margin = 2;
const gap = 2;

/** What is said of an item is left out where it has fewer cells than this. */
const fewestWords = 12;

/** A label takes at most this part of the line before what is said of it is cut. */
const partOfLabel = 1 / 2;

/** A line of a menu, whether the cursor is on it, and the id of its item. */
export type MenuLine = {readonly id: string; readonly line: Line; readonly isAtCursor: boolean};

/** Lays out the items in sight in lines of `width` cells. Its columns are as wide as all items need, so that scrolling moves nothing. */
export function menuLines(
	items: readonly MenuItem[],
	{top, count, line: cursor}: Viewport,
	width: number,
	symbols: Symbols,
): readonly MenuLine[] {
	const inner = Math.max(1, width - margin);
	const marks = widest(items.map(({mark}) => mark));
	const rights = Math.min(widest(items.map(({right}) => right)), Math.floor(inner / 3));
	const left = Math.max(1, inner - (marks === 0 ? 0 : marks + 1) - (rights === 0 ? 0 : rights + gap));
	const labels = widest(items.map(({label}) => label));
	const hasWords = items.some(({words}) => words !== '') && left - Math.min(labels, Math.floor(left * partOfLabel)) - gap >= fewestWords;
	const labelWidth = hasWords ? Math.min(labels, Math.floor(left * partOfLabel)) : left;
	return items.slice(top, top + count).map(({id, mark, label, words, right}, index) => {
		const isAtCursor = index === cursor;
		return {
			id,
			isAtCursor,
			line: [
				span((isAtCursor ? symbols.marker : '').padEnd(margin), 'strong'),
				...marks === 0 ? [] : [span(`${fit(mark, marks)} `)],
				span(fit(cutMiddle(label, labelWidth, symbols.ellipsis), labelWidth)),
				...hasWords ? [span(' '.repeat(gap)), span(fit(words, left - labelWidth - gap, symbols), 'dim')] : [],
				...rights === 0 ? [] : [span(' '.repeat(gap)), span(fit(right, rights, {align: 'right', ellipsis: symbols.ellipsis}))],
			],
		};
	});
}

/** The line of what is typed, and the cell of the caret in it. */
export type MenuPrompt = {readonly line: Line; readonly caret: number};

/** Lays out the first line of a menu: its title, what is typed, and how many items match. */
export function menuPrompt(title: string, prompt: Prompt, matches: string, width: number): MenuPrompt {
	const lead: Line = [span(` ${title} `, 'strong')];
	const right: Line = prompt.text === '' ? [] : [span(`${matches} `, 'dim')];
	const room = Math.max(1, width - lineWidth(lead) - lineWidth(right) - 1);
	const {before, under, after} = promptView(prompt, room);
	const text = `${before}${under}${after}`;
	return {
		line: [...lead, span(fit(text, Math.max(0, width - lineWidth(lead) - lineWidth(right)))), ...right],
		caret: Math.min(width - 1, lineWidth(lead) + cellWidth(before)),
	};
}

function widest(texts: readonly string[]): number {
	return Math.max(0, ...texts.map(text => cellWidth(text)));
}
