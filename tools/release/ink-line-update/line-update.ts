import inkLineUpdate from '../../../node_modules/ink/build/line-update.js';
import {
	cellsOf,
	plain,
	turn,
	type Cells,
} from './cells.js';

/**
Writes a line in the place of a former one: moves to the first cell that differs and writes up to the last one that does. Where the lines
are not of one length, or have more in them than simple characters and styles, or where it takes fewer characters, Ink's own way is taken.
*/
export default function lineUpdate(previous: string, next: string, columns?: number): string {
	const [before, after] = [cellsOf(previous), cellsOf(next)];
	if (before?.text.length !== after?.text.length || before === undefined || after === undefined || after.text.length > (columns ?? 0)) {
		return inkLineUpdate(previous, next, columns);
	}

	const from = findFirst(before, after);
	if (from === after.text.length) {
		return '';
	}

	const to = findEnd(before, after);
	const part = `\u{1B}[${from + 1}G${write(after, from, to)}`;
	// Ink moves, and writes the line from there at least, to its end. What it would write is made only where it could be shorter: that takes
	// longer.
	if (part.length <= shortestMove + next.length - offsetOf(after, from)) {
		return part;
	}

	const whole = inkLineUpdate(previous, next, columns);
	return part.length < whole.length ? part : whole;
}

/** Characters of a move to a column, at least. */
const shortestMove = 4;

/** The first cell that differs in two lines of one length; their length where none does. */
function findFirst(one: Cells, other: Cells): number {
	const {length} = one.text;
	let [cell, run, otherRun] = [0, 0, 0];
	while (cell < length) {
		const [ours, theirs] = [one.runs[run], other.runs[otherRun]];
		if (ours?.styles !== theirs?.styles) {
			return cell;
		}

		const end = Math.min(ours?.end ?? length, theirs?.end ?? length);
		while (cell < end && one.text.codePointAt(cell) === other.text.codePointAt(cell)) {
			cell++;
		}

		if (cell < end) {
			return cell;
		}

		run += Number(ours?.end === end);
		otherRun += Number(theirs?.end === end);
	}

	return length;
}

/** The cell after the last one that differs. */
function findEnd(one: Cells, other: Cells): number {
	let [cell, run, otherRun] = [one.text.length, one.runs.length - 1, other.runs.length - 1];
	while (cell > 0) {
		if (one.runs[run]?.styles !== other.runs[otherRun]?.styles) {
			return cell;
		}

		const [ours, theirs] = [one.runs[run - 1]?.end ?? 0, other.runs[otherRun - 1]?.end ?? 0];
		const begin = Math.max(ours, theirs);
		while (cell > begin && one.text.codePointAt(cell - 1) === other.text.codePointAt(cell - 1)) {
			cell--;
		}

		if (cell > begin) {
			return cell;
		}

		run -= Number(ours === begin);
		otherRun -= Number(theirs === begin);
	}

	return 0;
}

/** The place of a cell in the text of its line. */
function offsetOf({runs}: Cells, cell: number): number {
	const index = runs.findIndex(({end}) => cell < end);
	return (runs[index]?.at ?? 0) + cell - (runs[index - 1]?.end ?? 0);
}

/** Writes the cells of a line after a cell without styles, and ends their styles. */
function write({text, runs}: Cells, from: number, to: number): string {
	let written = '';
	let on = plain;
	let begin = 0;
	for (const {end, styles} of runs) {
		if (begin < to && end > from) {
			written += turn(on, styles) + text.slice(Math.max(from, begin), Math.min(to, end));
			on = styles;
		}

		begin = end;
	}

	return written + turn(on, plain);
}
