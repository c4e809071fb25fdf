import {findRanges, markFound} from '../screen/highlight.js';
import {lineWidth, wrapWords} from '../screen/line.js';
import {span, type Line} from '../screen/span.js';
import {drawStrip} from '../fleet/past/draw-strip.js';
import {spellShareShortly} from '../fleet/past/share.js';
import type {FieldView} from '../sections/section.js';
import type {Layout} from './entry.js';

/** Cells of a strip. A longer one shows no more, a shorter one too little. */
const longestStrip = 60;
const shortestStrip = 24;
const gap = 2;

/** A field and its value in words. */
type Described = {readonly field: FieldView; readonly value: Line};

/**
Lays out the strips of a section, all of one length: each with its share in words behind it, in fewer words where there is no room for
all, or below it where there is none for these either. The words that are searched for stay in sight.
*/
export function layoutStrips(
	fields: readonly Described[],
	width: number,
	{symbols, find}: Layout,
): ReadonlyMap<FieldView, readonly Line[]> {
	const strips = fields.flatMap(({field, value}) => field.shown.kind === 'strip' ? [{field, value, shown: field.shown}] : []);
	const whole = strips.map(({value}) => value);
	const brief = strips.map(({shown}): Line => markFound([span(spellShareShortly(shown.share))], find, 'found'));
	const isLost = strips.some(({value}, index) => isIn(value, find) && !isIn(brief[index] ?? [], find));
	const words = isLost || roomBeside(whole, width) >= shortestStrip ? whole : brief;
	const room = roomBeside(words, width);
	const isBeside = room >= shortestStrip;
	const count = Math.max(1, Math.min(longestStrip, isBeside ? room : width));
	return new Map(strips.map(({field, shown}, index): [FieldView, readonly Line[]] => {
		const strip = drawStrip(shown.cells(count), symbols);
		const text = words[index] ?? [];
		return [field, isBeside ? [[...strip, span(' '.repeat(gap)), ...text]] : [strip, ...wrapWords(text, width)]];
	}));
}

function roomBeside(words: readonly Line[], width: number): number {
	return width - gap - Math.max(0, ...words.map(line => lineWidth(line)));
}

function isIn(line: Line, find: string): boolean {
	return findRanges(line.map(({text}) => text).join(''), find).length > 0;
}
