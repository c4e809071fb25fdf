import {foldCase} from '../text/fold-case.js';
import {segmentGraphemes} from '../text/graphemes.js';
import type {Line, Tone} from './span.js';

/** Where in a text something stands: from one position to before another. */
export type Range = {
	readonly from: number;
	readonly to: number;
};

const printableAscii = /^[\u{20}-\u{7E}]*$/v;

/** Where a text holds what is looked for, case and accents aside; nowhere if nothing is looked for. */
export function findRanges(text: string, find: string): readonly Range[] {
	const sought = foldCase(find);
	if (sought === '') {
		return [];
	}

	const {folded, positions} = foldWithPositions(text);
	const ranges: Range[] = [];
	for (let at = folded.indexOf(sought); at !== -1; at = folded.indexOf(sought, at + sought.length)) {
		ranges.push({from: positions?.[at] ?? at, to: positions?.[at + sought.length] ?? (at + sought.length)});
	}

	return ranges;
}

/** The line with what was found in it in a tone of its own. */
export function markFound(line: Line, find: string, tone: Tone): Line {
	const ranges = findRanges(line.map(({text}) => text).join(''), find);
	return ranges.length === 0 ? line : splitSpans(line, ranges, tone);
}

/** A text folded, and for each position in it the position in the text it came from; none where they are the same. */
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
	return line.flatMap(({text, tone: own}): Line => {
		const start = at;
		at += text.length;
		const edges = ranges.flatMap(({from, to}) => [from - start, to - start]).filter(edge => edge > 0 && edge < text.length);
		return [0, ...edges].map((edge, index) => ({
			text: text.slice(edge, edges[index]),
			tone: ranges.some(({from, to}) => from <= start + edge && start + edge < to) ? tone : own,
		}));
	});
}
