import type {Row} from '../fleet/row.js';
import {foldBeginning, foldCase} from '../text/fold-case.js';
import {findNearest} from '../text/nearest.js';
import {parsePattern} from './pattern.js';
import type {ReadTexts} from './row-texts.js';
import type {FilterWord} from './words.js';

/**
Arguments of a test beside the row: the reader of folded texts, and the time of the data.
The row does not have this time, since a row that looks the same is used again at a later time.
*/
type TestContext = {
	readonly readTexts: ReadTexts;
	readonly now: number;
};

/** Whether a row matches one value of a term. */
export type Test = (row: Row, context: TestContext) => boolean;

/**
A test that is in doubt where no row of the fleet passes it, or the one that is `expected` of some row: what has to be said then, the word
that was most likely meant, and whether nothing can be counted by it.
*/
export type Doubtful = {
	readonly test: Test;
	readonly expected?: Test;
	readonly doubt: string;
	readonly nearest: string | undefined;
	readonly isUnknowable?: true;
};

/** Result of reading a value: a test for it, or the reason why it cannot be used. */
export type ReadValue = Test | Doubtful | {readonly why: string};

/**
Field of the filter language. `name` is set where it is written otherwise than the lower-case key of the table.
`accepts` says in words which values the field takes, and `read` makes a test of one value.
*/
export type FilterField = {
	readonly name?: string;
	readonly accepts: string;
	/** The same in fewer words, where the help tells those values elsewhere. */
	readonly brief?: string;
	/** Its values, where they are words, and of what the fleet has other ones, for completion. */
	readonly words?: readonly string[];
	readonly known?: 'names' | 'accounts' | 'states';
	/** Whether only who watches for a while can tell of this value: one look shows nothing of it. */
	readonly needsWatching?: (value: string) => boolean;
	/** Set where it tests what has to be looked up in the memory. */
	readonly needsShares?: true;
	readonly read: (value: string, operator: FilterWord['operator']) => ReadValue;
};

type ReadFolded = (row: Row, readTexts: ReadTexts) => string;

/**
Makes a field of a text, whose value is a part of the text, or a regular expression after `~`.
`readFolded` gives the text in folded form, from the cache if it is there.
*/
export function textField(read: (row: Row) => string, readFolded: ReadFolded = row => foldBeginning(read(row))): FilterField {
	return {accepts: 'a part, or ~regex', read: onlyEquals(value => testText(value, read, readFolded))};
}

/** Makes a field whose value is one of a few words, ignoring case. */
export function choiceField(choices: Readonly<Record<string, Test>>): FilterField {
	const names = Object.keys(choices);
	return {
		accepts: names.join('|'),
		words: names,
		read: onlyEquals(value => {
			const choice = foldCase(value);
			return (Object.hasOwn(choices, choice) ? choices[choice] : undefined) ?? {why: `it can be ${names.join(', ')}${askFor(findNearest(choice, names))}`};
		}),
	};
}

/** Asks whether a name was meant; empty where there is none. */
export function askFor(nearest: string | undefined): string {
	return nearest === undefined ? '' : `; did you mean ${nearest}?`;
}

/** Makes a test that a text contains the value, or matches the regular expression after `~`. */
export function testText(value: string, read: (row: Row) => string, readFolded: ReadFolded): ReadValue {
	if (value.startsWith('~')) {
		return testPattern(value, row => [read(row)]);
	}

	const wanted = foldCase(value);
	return (row, {readTexts}) => readFolded(row, readTexts).includes(wanted);
}

/** Makes a test that one of the texts of a row matches the regular expression after `~`. */
export function testPattern(value: string, read: (row: Row) => readonly string[]): ReadValue {
	const pattern = parsePattern(value.slice(1));
	return pattern.kind === 'refused' ? {why: pattern.why} : row => read(row).some(text => pattern.test(text));
}

/**
Makes a test that compares a number of a row with `wanted`, which is `undefined` where the value could not be read. What is not known of a
row matches no comparison.
`what` names the values that the field takes.
*/
export function testNumber(
	wanted: number | undefined,
	operator: FilterWord['operator'],
	what: string,
	read: (row: Row, now: number) => number | undefined,
): ReadValue {
	if (wanted === undefined) {
		return {why: `it takes ${what}`};
	}

	const known = (row: Row, now: number) => read(row, now) ?? NaN;
	switch (operator) {
		case '>': {
			return (row, {now}) => known(row, now) > wanted;
		}

		case '<': {
			return (row, {now}) => known(row, now) < wanted;
		}

		case '>=': {
			return (row, {now}) => known(row, now) >= wanted;
		}

		case '<=': {
			return (row, {now}) => known(row, now) <= wanted;
		}

		case ':': {
			return {why: 'it compares with >, <, >= or <=, as in since>5m, flaps>=3 or up24h<99%'};
		}
	}
}

/** Makes the reader of a field that takes a colon only, and does not compare. */
export function onlyEquals(read: (value: string) => ReadValue): FilterField['read'] {
	return (value, operator) => operator === ':' ? read(value) : {why: 'it takes a colon; only since, flaps, up24h, up7d and up30d compare'};
}
