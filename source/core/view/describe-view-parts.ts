import {fitLine, lineWidth, lineWidthUpTo} from '../screen/line.js';
import {span, type Line} from '../screen/span.js';

/** Texts of the sort and of the filter of the rows in sight; empty where there is none. */
export type ViewParts = {
	readonly sort: string;
	readonly filter: string;
	/** Number of rows that match the filter; `undefined` until they are counted. */
	readonly matches: number | undefined;
	/** The spans of time to choose from, which stand before the sort. */
	readonly spans?: Line;
	/** The part of the filter that cannot be used or finds nothing, and why. It is told as long as the filter stands. */
	readonly ignored?: string | undefined;
};

/**
Describes the sort and the filter on one line of at most `width` cells.
The filter is never left out, since it hides instances: the sort is left out first, then the end of the filter is cut.
*/
export function describeViewParts({sort, filter, matches, spans, ignored}: ViewParts, width: number, ellipsis: string): Line {
	if (spans !== undefined && lineWidth(spans) + 2 <= width) {
		const rest = describeViewParts({
			sort, filter, matches, ignored,
		}, width - lineWidth(spans) - 2, ellipsis);
		return [...spans, span(rest.length === 0 ? ' ' : '  '), ...rest];
	}

	const sorted: Line = sort === '' ? [] : [span(`${sort} `, 'dim')];
	if (filter === '') {
		return lineWidthUpTo(sorted, width) <= width ? sorted : [];
	}

	const words: Line = [span('filter ', 'dim'), span(filter)];
	if (ignored !== undefined) {
		return describeMistake([...words, span(` (${matches ?? ellipsis})`, 'dim')], ignored, width, ellipsis);
	}

	const count = span(` (${matches ?? ellipsis}) `, 'dim');
	const whole: Line = [...words, count];

	const withSort: Line = sorted.length === 0 ? whole : [...sorted, span('  '), ...whole];
	const fitting = [withSort, whole].find(line => lineWidthUpTo(line, width) <= width);
	return fitting ?? [...fitLine(words, Math.max(1, width - lineWidth([count])), ellipsis), count];
}

/** Describes a filter with a mistake: both, or the mistake alone, which has the words of the filter that it is about. */
function describeMistake(filter: Line, ignored: string, width: number, ellipsis: string): Line {
	const mistake: Line = [span(`! ${ignored} `, 'caution')];
	const both: Line = [...filter, span('  '), ...mistake];
	return [both, mistake].find(line => lineWidthUpTo(line, width) <= width) ?? fitLine(mistake, width, ellipsis);
}
