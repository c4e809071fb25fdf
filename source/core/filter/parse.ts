import {findNearest} from '../text/nearest.js';
import {sanitize, type SafeText} from '../text/sanitize.js';
import type {Test} from './field.js';
import {filterFields, plainWord} from './fields.js';
import {splitFilter, type FilterWord} from './words.js';

/** A part of the filter that is used: one of its tests holds, or none where it is negated. */
type Term = {
	readonly isNegated: boolean;
	readonly tests: readonly Test[];
};

/** A part of the filter that cannot be used, and why. */
type IgnoredTerm = {
	readonly text: SafeText;
	readonly why: string;
};

/** A filter, read. All its terms hold for a row that matches; what could not be used does not count. */
export type Filter = {
	readonly terms: readonly Term[];
	readonly ignored: readonly IgnoredTerm[];
};

/** Reads a filter. It never throws: what it cannot use it names, and goes on with the rest. Its text is made safe as names are: a flag or an unusual space in it finds what the screen shows for them. */
export function parseFilter(text: string): Filter {
	const terms: Term[] = [];
	const ignored: IgnoredTerm[] = [];
	for (const word of splitFilter(sanitize(text.replaceAll(/\s/gv, ' ')))) {
		const read = readTerm(word);
		if ('why' in read) {
			ignored.push({text: sanitize(word.text), why: read.why});
		} else {
			terms.push(read);
		}
	}

	return {terms, ignored};
}

function readTerm({field, operator, values, isNegated}: FilterWord): Term | {readonly why: string} {
	const known = field === '' ? plainWord : (Object.hasOwn(filterFields, field) ? filterFields[field] : undefined);
	if (known === undefined) {
		const nearest = nearestField(field);
		return {why: nearest === undefined ? 'no such field' : `is it ${nearest}?`};
	}

	if (values.length === 0) {
		return {why: `it takes ${known.accepts}`};
	}

	const tests: Test[] = [];
	for (const value of values) {
		const read = known.read(value, operator);
		if (typeof read !== 'function') {
			return read;
		}

		tests.push(read);
	}

	return {isNegated, tests};
}

/** The field that a mistyped or unfinished name most likely means, as it is written. */
function nearestField(typed: string): string | undefined {
	const names = Object.entries(filterFields).map(([key, {name = key}]) => name);
	return findNearest(typed, names) ?? (typed.length > 2 ? names.find(name => name.toLowerCase().startsWith(typed)) : undefined);
}

/** The README's table of the fields, in Markdown. */
export function filterTable(): string {
	const rows = Object.entries(filterFields).map(([key, {name = key, accepts}]) => `| \`${name}\` | ${accepts.replaceAll('|', ', ')} |`);
	return ['| field | takes |', '| --- | --- |', ...rows].join('\n');
}
