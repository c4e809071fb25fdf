import {chooseColumns, columnNames, findColumn} from '../../core/columns/choose.js';
import type {Column} from '../../core/columns/column.js';
import {findNearest} from '../../core/text/nearest.js';
import type {Sort} from '../../core/columns/sort.js';
import {sanitize} from '../../core/text/sanitize.js';
import {quote} from '../../core/text/quote.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';

/** Reads a list of columns; each that is none is answered with the nearest. `usual` are those that `+` and `-` change. */
export function parseColumns(text: string, usual?: readonly Column[]): Parsed<readonly Column[]> {
	const chosen = chooseColumns(text, usual);
	if (chosen.kind === 'unknown') {
		return refuse(`${chosen.names.map(name => describeUnknown(name, columnNames)).join(' ')} The columns are ${columnNames.join(', ')}.`);
	}

	return chosen.columns.length === 0 ? refuse(`${quote(text)} leaves no column. Name one at least, such as state,name.`) : accept(chosen.columns);
}

/** Reads a sort: `health`, or a column's name; `-name` turns it round. */
export function parseSort(text: string): Parsed<Sort> {
	const name = text.replace(/^-/v, '');
	const isReversed = name !== text;
	if (name.toLowerCase() === 'health') {
		return accept({by: 'health', isReversed});
	}

	const column = findColumn(name);
	const names = ['health', ...columnNames];
	return column === undefined ? refuse(`${describeUnknown(name, names)} Sort by ${names.join(', ')}.`) : accept({by: column.id, isReversed});
}

/** The words of the command line as one filter, safe to draw: a word that holds a space was quoted, and stays together. */
export function joinFilter(words: readonly string[]): string {
	return words.map(word => sanitize(word)).map(word => word.includes(' ') && !word.includes('"') ? quoteWord(word) : word).join(' ');
}

function quoteWord(word: string): string {
	const [, lead = '', rest = ''] = /^(?<lead>-?(?:[\d\p{Letter}]+:)?)(?<rest>.*)$/sv.exec(word) ?? [];
	return `${lead}"${rest}"`;
}

function describeUnknown(name: string, known: readonly string[]): string {
	const nearest = findNearest(name, known);
	return `There is no column ${quote(name)}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`;
}
