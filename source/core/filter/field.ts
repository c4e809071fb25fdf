import type {Row} from '../fleet/row.js';
import {foldCase} from '../text/fold-case.js';
import {parsePattern} from './pattern.js';
import type {ReadTexts} from './row-texts.js';
import type {FilterWord} from './words.js';

/** What a test is told beside the row: its folded texts, and the time of the data, since a row that looks the same is kept while time goes on. */
type TestContext = {
	readonly readTexts: ReadTexts;
	readonly now: number;
};

/** Whether a row is meant by one value of a term. */
export type Test = (row: Row, context: TestContext) => boolean;

/** What came of reading a value: how to test for it, or why it cannot be used. */
export type ReadValue = Test | {readonly why: string};

/** A field of the filter language: its name where it is written otherwise than it is looked up, and in words what stands after it. */
export type FilterField = {
	readonly name?: string;
	readonly accepts: string;
	readonly read: (value: string, operator: FilterWord['operator']) => ReadValue;
};

type ReadFolded = (row: Row, readTexts: ReadTexts) => string;

/** A text field: a part of it, or a regular expression after `~`. A text that the reader has folded already is taken from there. */
export function textField(read: (row: Row) => string, readFolded: ReadFolded = row => foldCase(read(row))): FilterField {
	return {accepts: 'a part of it, or ~regex', read: onlyEquals(value => testText(value, read, readFolded))};
}

/** One of a few words. */
export function choiceField(choices: Readonly<Record<string, Test>>): FilterField {
	const names = Object.keys(choices);
	return {
		accepts: names.join('|'),
		read: onlyEquals(value => {
			const choice = foldCase(value);
			return (Object.hasOwn(choices, choice) ? choices[choice] : undefined) ?? {why: `it can be ${names.join(', ')}`};
		}),
	};
}

export function testText(value: string, read: (row: Row) => string, readFolded: ReadFolded): ReadValue {
	if (value.startsWith('~')) {
		return testPattern(value, row => [read(row)]);
	}

	const wanted = foldCase(value);
	return (row, {readTexts}) => readFolded(row, readTexts).includes(wanted);
}

/** Whether one of the texts matches what stands after `~`. */
export function testPattern(value: string, read: (row: Row) => readonly string[]): ReadValue {
	const pattern = parsePattern(value.slice(1));
	return pattern.kind === 'refused' ? {why: pattern.why} : row => read(row).some(text => pattern.test(text));
}

/** How a number stands to the one that was asked for; `what` says which values there are. */
export function testNumber(wanted: number | undefined, operator: FilterWord['operator'], what: string, read: (row: Row, now: number) => number): ReadValue {
	if (wanted === undefined) {
		return {why: `it takes ${what}`};
	}

	switch (operator) {
		case '>': {
			return (row, {now}) => read(row, now) > wanted;
		}

		case '<': {
			return (row, {now}) => read(row, now) < wanted;
		}

		case '>=': {
			return (row, {now}) => read(row, now) >= wanted;
		}

		case '<=': {
			return (row, {now}) => read(row, now) <= wanted;
		}

		case ':': {
			return {why: 'it compares with > or <'};
		}
	}
}

/** What reads the values of a field that does not compare. */
export function onlyEquals(read: (value: string) => ReadValue): FilterField['read'] {
	return (value, operator) => operator === ':' ? read(value) : {why: 'it takes a colon; only since and flaps compare'};
}
