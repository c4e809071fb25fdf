import {foldCase} from '../text/fold-case.js';
import {segmentGraphemes} from '../text/graphemes.js';
import type {Line, Tone} from './span.js';

/** Part of a text, from the position `from` to just before the position `to`, in UTF-16 units. */
export type Range = {
	readonly from: number;
	readonly to: number;
};

const printableAscii = /^[\u{20}-\u{7E}]*$/v;

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
	if (printableAscii.test(text)) {
		return {folded: foldCase(text), positions: undefined};
	}

	let folded = '';
	const positions: number[] = [];
	for (const {segment, index} of segmentGraphemes(text)) {
		const part = foldCase(segment);
		folded += part;
		positions.push(...Array.from({length: part.length}, () => index));
	}

	return {folded, positions: [...positions, text.length]};
}

function splitSpans(line: Line, ranges: readonly Range[], tone: Tone): Line {
	let at = 0;
	return line.flatMap(({text, tone: ownTone}): Line => {
		const start = at;
		at += text.length;
		const edges = ranges.flatMap(({from, to}) => [from - start, to - start]).filter(edge => edge > 0 && edge < text.length);
		return [0, ...edges].map((edge, index) => ({
			text: text.slice(edge, edges[index]),
			tone: ranges.some(({from, to}) => from <= start + edge && start + edge < to) ? tone : ownTone,
		}));
	});
}
