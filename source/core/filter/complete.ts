import {compareNames} from '../text/compare-names.js';
import {isPrintableAscii} from '../text/printable-ascii.js';
import {foldBeginning, foldCase} from '../text/fold-case.js';
import type {FilterField} from './field.js';
import {filterFields} from './fields.js';

/** What the values of the fleet are: each is asked for only where a value of its kind is completed. */
export type Vocabulary = Readonly<Record<NonNullable<FilterField['known']>, () => Iterable<string>>>;

/** What can stand in place of the end of a text, from the index `from` on. */
export type Candidates = {readonly from: number; readonly candidates: readonly string[]};

const fieldAndValue = /^(?<lead>-?(?<field>[\d\p{Letter}][\d\p{Letter}\-_]*)[:=])(?<value>.*)$/sv;

/**
Finds what the last word of a text can become: a field with its sign, the name of an instance, or behind the colon of a field one of its
values. Case and accents do not count. A value that is no word of its own is in quotes.
*/
export function completeFilter(text: string, vocabulary: Vocabulary): Candidates {
	const word = text.slice(lastBreak(text, ' '));
	const {lead, field = '', value = ''} = fieldAndValue.exec(word)?.groups ?? {};
	const name = field.toLowerCase();
	const known = Object.hasOwn(filterFields, name) ? filterFields[name] : undefined;
	if (lead !== undefined && known !== undefined) {
		const typed = value.slice(lastBreak(value, ','));
		const values = [...known.words ?? [], ...valuesOf(known, vocabulary)];
		return {from: text.length - typed.length, candidates: matching(values, typed)};
	}

	const typed = word.startsWith('-') ? word.slice(1) : word;
	return typed === ''
		? {from: text.length, candidates: fieldStarts}
		: {from: text.length - typed.length, candidates: [...fieldsWith(typed), ...matching(vocabulary.names(), typed)]};
}

/** The longest beginning that all texts have. */
export function commonBeginning([first = '', ...others]: readonly string[]): string {
	let {length} = first;
	for (const other of others) {
		while (!other.startsWith(first.slice(0, length))) {
			length--;
		}
	}

	return first.slice(0, length).toWellFormed() === first.slice(0, length) ? first.slice(0, length) : first.slice(0, length - 1);
}

/** The fields, each with the sign that goes on: a colon, or for one that compares the sign of its example. */
const fieldStarts: readonly string[] = Object.entries(filterFields)
	.map(([key, {name = key, accepts}]) => `${name}${/^[<>]/v.exec(accepts)?.[0] ?? ':'}`);

function valuesOf({known}: FilterField, vocabulary: Vocabulary): Iterable<string> {
	return known === undefined ? [] : vocabulary[known]();
}

function fieldsWith(typed: string): readonly string[] {
	return fieldStarts.filter(start => foldBeginning(start).startsWith(foldBeginning(typed)));
}

/** So many values are put into natural order: of more nobody looks for the one after the other, and sorting ten thousand takes long. */
const mostSorted = 300;

/** The characters of a text that are looked at for each that is typed: marks are taken off. */
const unitsPerCharacter = 8;

/** The values that begin with what is typed. */
function matching(texts: Iterable<string>, typed: string): readonly string[] {
	const wanted = foldBeginning(typed.replaceAll('"', ''));
	const found = new Set<string>();
	for (const text of texts) {
		if (text !== '' && hasBeginning(text, wanted)) {
			found.add(writeValue(text));
		}
	}

	return found.size > mostSorted ? [...found] : [...found].toSorted(compareNames);
}

/** Whether a text begins with a folded one. Most are in ASCII so far, and need no folding. */
function hasBeginning(text: string, wanted: string): boolean {
	const head = text.slice(0, wanted.length);
	const folded = isPrintableAscii(head) ? head.toLowerCase() : foldCase(text.slice(0, unitsPerCharacter * (wanted.length + 1)));
	return folded.startsWith(wanted);
}

function writeValue(text: string): string {
	const plain = text.replaceAll('"', '');
	return /[\s,]/v.test(plain) || /^[\-~]/v.test(plain) ? `"${plain}"` : plain;
}

/** The index behind the last separator that is not in quotes; 0 where there is none. */
function lastBreak(text: string, separator: ' ' | ','): number {
	let isQuoted = false;
	let at = 0;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charAt(index);
		isQuoted = unit === '"' ? !isQuoted : isQuoted;
		at = unit === separator && !isQuoted ? index + 1 : at;
	}

	return at;
}
