import {sanitize, toVisibleCell, type SafeText} from '../sanitize.js';

const space = /^\p{Space_Separator}$/v;

/** What stands for a blank at the end of a name. */
const visibleBlank = '␣';

/**
Makes a name safe as `sanitize` does, with a visible sign for each blank at its ends: names that differ only by those can be told apart, and
a name of blanks alone can be seen.
*/
export function showName(raw: string): SafeText {
	let from = 0;
	while (space.test(raw.charAt(from))) {
		from += 1;
	}

	let to = raw.length;
	while (to > from && space.test(raw.charAt(to - 1))) {
		to -= 1;
	}

	return from === 0 && to === raw.length
		? sanitize(raw)
		: sanitize(`${showBlanks(raw.slice(0, from))}${raw.slice(from, to)}${showBlanks(raw.slice(to))}`);
}

/** The text that a filter looks for in a name that `showName` made. */
export function withBlanks(name: string): string {
	return name.replaceAll(visibleBlank, ' ');
}

function showBlanks(blanks: string): string {
	return blanks.replaceAll(/./gv, blank => blank === ' ' ? visibleBlank : toVisibleCell(blank.codePointAt(0) ?? 0));
}
