import {foldCase} from '../text/fold-case.js';
import {segmentGraphemes} from '../text/graphemes.js';
import {isPrintableAscii} from '../text/printable-ascii.js';
import type {Line, Span, Tone} from './span.js';

/** Part of a text, from the position `from` to just before the position `to`, in UTF-16 units. */
export type Range = {
	readonly from: number;
	readonly to: number;
};

/** Finds every part of a text that equals `find`, ignoring case and accents. An empty `find` is found nowhere. */
export function findRanges(text: string, find: string): readonly Range[] {
	const foldedFind = foldCase(find);
	if (foldedFind === '') {
		return [];
	}

	const {folded, positions} = foldWithPositions(text);
	const ranges: Range[] = [];
	for (let from = folded.indexOf(foldedFind); from !== -1; from = folded.indexOf(foldedFind, from + foldedFind.length)) {
		const to = from + foldedFind.length;
		ranges.push({from: positions?.[from] ?? from, to: positions?.[to] ?? to});
	}

	return ranges;
}

/** Gives the parts of a line that equal `find` the tone `tone`. */
export function markFound(line: Line, find: string, tone: Tone): Line {
	const ranges = findRanges(line.map(({text}) => text).join(''), find);
	return ranges.length === 0 ? line : splitSpans(line, ranges, tone);
}

/** Folds a text. `positions` maps each position in the folded text to one in `text`, and is `undefined` where they are the same. */
function foldWithPositions(text: string): {readonly folded: string; readonly positions: readonly number[] | undefined} {
	if (isPrintableAscii(text)) {
		return {folded: foldCase(text), positions: undefined};
	}

	let folded = '';
	const positions: number[] = [];
	for (const {segment, index} of segmentGraphemes(text)) {
		const part = foldCase(segment);
		folded += part;
		while (positions.length < folded.length) {
			positions.push(index);
		}
	}

	return {folded, positions: [...positions, text.length]};
}

function splitSpans(line: Line, ranges: readonly Range[], tone: Tone): Line {
	let at = 0;
	// The first range that does not end before `at`.
	let next = 0;
	return line.flatMap(({text, tone: ownTone}): Line => {
		const start = at;
		const end = start + text.length;
		const parts: Span[] = [];
		while (at < end) {
			const {from, to} = ranges[next] ?? {from: end, to: Infinity};
			if (to <= at) {
				next += 1;
				continue;
			}

			const isFound = from <= at;
			const edge = Math.min(end, isFound ? to : from);
			parts.push({text: text.slice(at - start, edge - start), tone: isFound ? tone : ownTone});
			at = edge;
		}

		return parts.length === 0 ? [{text, tone: ownTone}] : parts;
	});
}
