import {span, type Line} from '../screen/span.js';
import {groupDigits} from '../text/group-digits.js';

/**
Characters of one value that the detail shows, and of all values of a section; of each value after that only its beginning is shown.
Nobody reads more of a value, and a megabyte would be broken into lines with every key. A copy has all of it.
*/
const longestValue = 20_000;
const longestSection = 60_000;
const longestBeginning = 200;

/** Shortens the values of a section, one after the other. */
export type Shortener = (line: Line) => Line;

export function createShortener(): Shortener {
	let shown = 0;
	return line => {
		const length = line.reduce((sum, {text}) => sum + text.length, 0);
		const most = Math.max(longestBeginning, Math.min(longestValue, longestSection - shown));
		shown += Math.min(length, most);
		return length <= most ? line : cutLine(line, most, length);
	};
}

function cutLine(line: Line, most: number, length: number): Line {
	let left = most;
	const parts = line.flatMap(({text, tone}): Line => {
		const part = cutText(text, left);
		left -= Math.min(left, text.length);
		return part === '' ? [] : [{text: part, tone}];
	});
	return [...parts, span(`… ${groupDigits(length - most)} more characters`, 'dim')];
}

/** Cuts a text between two characters. */
function cutText(text: string, most: number): string {
	const head = text.slice(0, most);
	return head.length < text.length && !head.isWellFormed() ? head.slice(0, -1) : head;
}

/** Cuts a text that the detail is going to shorten, before it is made safe, which can take long. */
export function cutForDetail(text: string): string {
	return cutText(text, 2 * longestValue);
}
