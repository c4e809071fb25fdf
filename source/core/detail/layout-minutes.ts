import {lineWidth} from '../screen/line.js';
import {span, type Line} from '../screen/span.js';

/** How many minutes stand on one line: an hour, or a part of it where that is too wide. */
const perLine = [60, 30, 20, 10];

/** Cells of one minute each, in lines of the full width, with the times at their ends below them. */
export function layoutMinutes(label: Line, cells: Line, width: number): readonly Line[] {
	const count = perLine.find(minutes => minutes <= width) ?? 1;
	return [label, ...Array.from({length: Math.ceil(cells.length / count)}, (_, index): readonly Line[] => {
		const row = cells.slice(index * count, (index + 1) * count);
		const from = describeAgo(cells.length - (index * count));
		const to = describeAgo(cells.length - (index * count) - row.length);
		const room = lineWidth(row) - from.length - to.length;
		return [row, [span(room < 1 ? from : `${from}${' '.repeat(room)}${to}`, 'dim')]];
	}).flat()];
}

function describeAgo(minutes: number): string {
	return minutes === 0 ? 'now' : `${minutes}m ago`;
}
