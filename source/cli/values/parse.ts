import {describeSetting} from '../../core/text/duration.js';
import {findNearest} from '../../core/text/nearest.js';
import {readDuration} from '../../core/text/time/parse-duration.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {quote} from '../../core/text/quote.js';

/** Least and greatest allowed value. */
export type Bounds = {
	readonly least: number;
	readonly most: number;
};

/** Parses a duration as `readDuration` does, within bounds. The value is in milliseconds. */
export function parseDuration(text: string, {least, most}: Bounds): Parsed<number> {
	const value = readDuration(text);
	if (value === undefined) {
		return refuse(`${quote(text)} is no length of time. Give a number and a unit, such as 5s, 500ms or 1m; a number alone is seconds.`);
	}

	if (value < least) {
		return refuse(`${quote(text)} is too short. ${describeSetting(least)} is the least.`);
	}

	return value > most ? refuse(`${quote(text)} is too long. ${describeSetting(most)} is the most.`) : accept(value);
}

/** Makes the parser of a duration from `least` to `most` milliseconds. */
export function durationIn(least: number, most: number): (text: string) => Parsed<number> {
	return text => parseDuration(text, {least, most});
}

/** Parses a whole number in decimal digits, within bounds. */
export function parseWhole(text: string, {least, most}: Bounds): Parsed<number> {
	const value = /^\d+$/v.test(text) ? Number(text) : NaN;
	return value >= least && value <= most
		? accept(value)
		: refuse(`${quote(text)} will not do. Give a whole number from ${least} to ${most}.`);
}

/** Makes the parser of a whole number from `least` to `most`. */
export function wholeIn(least: number, most: number): (text: string) => Parsed<number> {
	return text => parseWhole(text, {least, most});
}

/**
Parses a list of names with commas between them. A name is taken as it is, blanks at its ends too: the API takes such names.
Repeated names are dropped, and names of blanks among others, as after a last comma. One name of blanks alone is taken.

At least one name is needed: to the API an empty filter is no filter, and it answers with the whole account.
*/
export function parseNames(text: string): Parsed<readonly string[]> {
	const named = text.split(',').filter(name => name.trim() !== '');
	const names = new Set(text === '' || text.includes(',') ? named : [text]);
	return names.size > 0
		? accept([...names])
		: refuse(`${quote(text)} names no instance. Give one or more names with commas between them, such as sales,support.`);
}

/** Parses one of the given words. For any other the problem suggests the nearest. */
export function parseChoice<Choice extends string>(text: string, choices: readonly Choice[]): Parsed<Choice> {
	const choice = choices.find(word => word === text);
	if (choice !== undefined) {
		return accept(choice);
	}

	const nearest = findNearest(text, choices);
	const guess = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
	return refuse(`There is no ${quote(text)}.${guess} Give one of ${choices.join(', ')}.`);
}

/** Parses one of the given words, or a list of different ones with commas between them. */
export function parseChoices<Choice extends string>(text: string, choices: readonly Choice[]): Parsed<readonly Choice[]> {
	const words = text.split(',').map(word => word.trim());
	const found: Choice[] = [];
	for (const word of words) {
		const parsed = parseChoice(word, choices);
		if (parsed.kind === 'problem') {
			return parsed;
		}

		if (found.includes(parsed.value)) {
			return refuse(`${quote(word)} is named twice. Give each once.`);
		}

		found.push(parsed.value);
	}

	return accept(found);
}

/** Accepts the path of a debug log, but not `-` for standard output, where the screen is drawn. */
export function parseLogPath(text: string): Parsed<string> {
	return text === '-' ? refuse('Standard output is needed for the picture. Give the path of a file.') : accept(text);
}

/** Accepts the path of a memory: a file, which SQLite has to be able to open again. */
export function parseHistoryPath(text: string): Parsed<string> {
	return text === '-' || text.endsWith('/') || text.startsWith(':')
		? refuse('It is no file. Give the path of one; it is made where there is none.')
		: accept(text);
}
