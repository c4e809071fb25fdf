import {findNearest} from '../text/nearest.js';
import {sanitize, type SafeText} from '../text/sanitize.js';
import type {Doubtful, Test} from './field.js';
import {filterFields, plainWord} from './fields.js';
import {splitFilter, type FilterWord} from './words.js';

/** Part of a filter that is used. A row matches it if it passes one of the tests, or none of them where the term is negated. */
type Term = {
	/** Name of its field; empty for a word alone. */
	readonly field: string;
	readonly isNegated: boolean;
	readonly tests: readonly Test[];
	/** Those of the tests that mean nothing where no row passes them. */
	readonly doubtful: readonly Doubtful[];
	readonly text: SafeText;
	/** Whether one look shows nothing of what it asks for. */
	readonly needsWatching: boolean;
	/** Whether it asks for what has to be looked up in the memory. */
	readonly needsShares: boolean;
};

/** Part of a filter that cannot be used or finds nothing, and the reason. */
export type IgnoredTerm = {
	readonly text: SafeText;
	readonly why: string;
};

/** Parsed filter. A row matches it if it matches all terms; the ignored ones do not count. */
export type Filter = {
	readonly terms: readonly Term[];
	readonly ignored: readonly IgnoredTerm[];
};

/**
Parses a filter. It never throws: a part that cannot be used goes to `ignored`, and the other parts are used.
The text is sanitized as names are, so that an emoji or an unusual space in it finds the characters that the screen shows for it.
*/
export function parseFilter(text: string): Filter {
	const terms: Term[] = [];
	const ignored: IgnoredTerm[] = [];
	for (const word of splitFilter(sanitize(text.replaceAll(/\s/gv, ' ')), isField)) {
		const term = readTerm(word);
		if ('why' in term) {
			ignored.push({text: sanitize(word.text), why: term.why});
		} else {
			terms.push(term);
		}
	}

	return {terms, ignored};
}

/** Whether a name, in lower case, is that of a field. */
export function isField(name: string): boolean {
	return Object.hasOwn(filterFields, name);
}

function readTerm({text, field, operator, values, isNegated}: FilterWord): Term | {readonly why: string} {
	if (/^-?(?:>=|<=|[:<=>≤≥])$/v.test(text)) {
		return {why: 'a field goes before it, as in since>5m; in quotes it is a text'};
	}

	const excluded = /^(?:-?!|-?(?=[^!]+!=))(?<field>[\d\p{Letter}][\d\p{Letter}\-_]*)!?(?:>=|<=|[:<=>])(?<value>.*)$/sv.exec(text)?.groups;
	if (excluded?.field !== undefined && isField(excluded.field.toLowerCase())) {
		return {why: `to leave out, write -${excluded.field}:${excluded.value ?? ''}`};
	}

	const named = isField(field) ? filterFields[field] : undefined;
	const filterField = field === '' ? plainWord : named;
	if (filterField === undefined) {
		const nearest = nearestField(field);
		return {why: nearest === undefined ? 'no such field' : `is it ${nearest}?`};
	}

	if (values.length === 0) {
		return {why: `it takes ${filterField.accepts}`};
	}

	const tests: Test[] = [];
	const doubtful: Doubtful[] = [];
	for (const value of values) {
		const read = filterField.read(value, operator);
		if ('why' in read) {
			return read;
		}

		if (typeof read === 'function') {
			tests.push(read);
		} else {
			tests.push(read.test);
			doubtful.push(read);
		}
	}

	return {
		field,
		isNegated,
		tests,
		doubtful,
		text: sanitize(text),
		needsWatching: values.some(value => filterField.needsWatching?.(value) === true),
		needsShares: filterField.needsShares === true,
	};
}

/** Name of the field that a mistyped or unfinished name most likely means; `undefined` where no field is near. */
function nearestField(typed: string): string | undefined {
	const names = Object.entries(filterFields).map(([key, {name = key}]) => name);
	return findNearest(typed, names) ?? (typed.length > 2 ? names.find(name => name.toLowerCase().startsWith(typed)) : undefined);
}

/** Table of the fields in the documents, in Markdown. */
export function filterTable(): string {
	const rows = Object.entries(filterFields).map(([key, {name = key, accepts}]) => `| \`${name}\` | ${accepts.replaceAll('|', ', ')} |`);
	return ['| field | takes |', '| --- | --- |', ...rows].join('\n');
}
