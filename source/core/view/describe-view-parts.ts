import {fitLine, lineWidth} from '../screen/line.js';
import {span, type Line} from '../screen/span.js';

/** How the rows in sight came about; what does not apply is empty. */
export type ViewParts = {
	readonly sort: string;
	readonly filter: string;
	/** How many rows the filter lets through. */
	readonly matches: number;
};

/** The sort and the filter on one line of at most so many cells. A filter is never left out, since it hides instances: the sort gives way first, then the filter's end is cut. */
export function describeViewParts({sort, filter, matches}: ViewParts, room: number, ellipsis: string): Line {
	const sorted: Line = sort === '' ? [] : [span(`${sort} `, 'dim')];
	if (filter === '') {
		return lineWidth(sorted) <= room ? sorted : [];
	}

	const count = span(` (${matches}) `, 'dim');
	const words: Line = [span('filter ', 'dim'), span(filter)];
	const whole: Line = [...words, count];
	const withSort: Line = sorted.length === 0 ? whole : [...sorted, span('  '), ...whole];
	const fitting = [withSort, whole].find(line => lineWidth(line) <= room);
	return fitting ?? [...fitLine(words, Math.max(1, room - lineWidth([count])), ellipsis), count];
}
