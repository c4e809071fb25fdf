import {lineWidth} from '../screen/line.js';
import {span, type Line} from '../screen/span.js';

/** Minutes on one line: an hour, or the longest of these parts of it that fits. */
const minutesPerLine = [60, 30, 20, 10];

/** Lays out cells of one minute each below their label. Below each line of cells are the times of its first and its last one. */
export function layoutMinutes(label: Line, cells: Line, width: number): readonly Line[] {
	const count = minutesPerLine.find(minutes => minutes <= width) ?? 1;
	return [label, ...Array.from({length: Math.ceil(cells.length / count)}, (_, index): readonly Line[] => {
		const row = cells.slice(index * count, (index + 1) * count);
		const from = describeAgo(cells.length - (index * count));
		const to = describeAgo(cells.length - (index * count) - row.length);
		const between = lineWidth(row) - from.length - to.length;
		return [row, [span(between < 1 ? from : `${from}${' '.repeat(between)}${to}`, 'dim')]];
	}).flat()];
}

function describeAgo(minutes: number): string {
	return minutes === 0 ? 'now' : `${minutes}m ago`;
}
