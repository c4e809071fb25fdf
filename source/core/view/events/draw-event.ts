import {lineWidth, lineWidthUpTo, wrapWords} from '../../screen/line.js';
import {span, type Line} from '../../screen/span.js';
import type {Symbols} from '../../screen/symbols.js';
import {cutMiddle} from '../../text/cut-middle.js';
import {cellWidth, fit} from '../../text/measure.js';
import {lineParts, type EventForm, type LineContext} from './describe-event.js';
import {isFold, type EventLine} from './event-lines.js';

/** Widths of the time and of the name. */
export type EventColumns = {readonly time: number; readonly name: number};

const narrowestName = 8;
const widestName = 28;

/** Fewer cells are too few to break words in. */
const narrowestWords = 16;

/** The columns of a list of events in `width` cells. */
export function eventColumns(lines: readonly EventLine[], width: number, {time, now}: LineContext): EventColumns {
	return {
		// The list goes from the newest to the oldest event, and none between them has a longer date.
		time: Math.max(...[lines[0], lines.at(-1)].map(line => line === undefined ? 0 : time.moment(line.at, now).length)),
		name: Math.max(narrowestName, Math.min(widestName, Math.floor(width / 4))),
	};
}

/** What stands before the words of an event, with the whole name or with the end that its column has room for, and its words. */
type Parts = {readonly before: Line; readonly words: Line};

/** How a line is drawn, and in how many cells. */
type Drawing = {readonly symbols: Symbols; readonly width: number};

/** What is not of one instance has the room of the name too. What is folded in a line is indented below it. */
function partsOf(line: EventLine, columns: EventColumns, context: LineContext, {symbols, isWhole = false, form = 'whole'}: {
	readonly symbols: Symbols;
	/** Whether the name is whole. */
	readonly isWhole?: boolean;
	readonly form?: EventForm;
}): Parts {
	const {time, name, words} = lineParts(line, context, form);
	const indent = line.kind === 'inner' ? '  ' : '';
	const room = columns.name - indent.length;
	const shown = name === undefined || (isWhole && cellWidth(name) > room) ? name : fit(cutMiddle(name, room, symbols.ellipsis), room);
	const fold = isFold(line) ? [span(`${line.isUnfolded ? symbols.unfolded : symbols.folded} `, 'strong')] : [];
	return {
		before: [span(time.padStart(columns.time), 'dim'), span(shown === undefined ? '  ' : `  ${indent}${shown}  `)],
		words: [...fold, ...words],
	};
}

/**
Draws a line of events. What `width` cells have no room for is told briefly, so that the state which an instance came to is not cut. It may
still be wider.
*/
export function drawEvent(line: EventLine, columns: EventColumns, context: LineContext, {symbols, width}: Drawing): Line {
	const draw = (form: EventForm): Line => {
		const {before, words} = partsOf(line, columns, context, {symbols, form});
		return [...before, ...words];
	};

	const whole = draw('whole');
	return lineWidthUpTo(whole, width) <= width ? whole : draw('brief');
}

/**
Draws a line of events with all that it says, on as many lines of `width` cells as that takes: its words stand below each other, unless
what is before them leaves too little room.
*/
export function drawWhole(line: EventLine, columns: EventColumns, context: LineContext, {symbols, width}: Drawing): readonly Line[] {
	const {before, words} = partsOf(line, columns, context, {symbols, isWhole: true});
	const whole = [...before, ...words];
	if (lineWidthUpTo(whole, width) <= width) {
		return [whole];
	}

	const lead = lineWidth(before);
	if (width - lead >= narrowestWords) {
		return wrapWords(words, width - lead).map((part, index) => [...index === 0 ? before : [span(' '.repeat(lead))], ...part]);
	}

	const indent = '  ';
	return wrapWords(whole, width - indent.length).map((part, index) => index === 0 ? part : [span(indent), ...part]);
}
