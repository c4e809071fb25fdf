import {cellWidth, cellWidthUpTo, takeCells} from './measure.js';
import {segmentGraphemes} from './graphemes.js';
import {isPrintableAscii} from './printable-ascii.js';

/** Of the cells that are left, the beginning has so many: names of a fleet often begin alike, and end with what tells them apart. */
const partOfHead = 2 / 5;

/** Of a longer text only the end is looked at. */
const longestEnd = 1000;

/**
Shortens a name to at most `width` cells by taking its middle out, such as `logís…-cuiabá`, between graphemes. One that fits stays as it is.
*/
export function cutMiddle(text: string, width: number, ellipsis: string): string {
	if (cellWidthUpTo(text, Math.max(0, width)) <= width) {
		return text;
	}

	if (width <= 0) {
		return '';
	}

	const free = width - 1;
	const head = takeCells(text, Math.round(free * partOfHead));
	return head + ellipsis + takeLastCells(text, free - cellWidth(head));
}

/** The longest end of a text that takes at most `width` cells, cut between graphemes. */
function takeLastCells(text: string, width: number): string {
	const end = text.slice(-longestEnd);
	if (isPrintableAscii(end)) {
		return width <= 0 ? '' : end.slice(-width);
	}

	const units = Array.from(segmentGraphemes(end), ({segment}) => segment);
	let tail = '';
	let used = 0;
	for (const unit of units.toReversed()) {
		used += cellWidth(unit);
		if (used > width) {
			break;
		}

		tail = unit + tail;
	}

	return tail;
}
