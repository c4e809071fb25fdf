import {
	chooseColumns,
	columnNames,
	findColumn,
	severalColumns,
} from '../../core/columns/choose.js';
import type {Column} from '../../core/columns/column.js';
import {isField} from '../../core/filter/parse.js';
import {findNearest} from '../../core/text/nearest.js';
import type {Sort} from '../../core/columns/sort.js';
import {sanitize} from '../../core/text/sanitize.js';
import {quote} from '../../core/text/quote.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import type {Command} from '../option.js';

/** Default columns of the grid without `since`, since one poll does not tell how long a state has lasted, and without the strip. */
const listColumns = severalColumns.filter(({id}) => id !== 'since' && id !== 'last24h');

/** Columns that a command shows unless the user chooses others, of one account or several. */
export function usualColumns(command: Command): readonly Column[] {
	return command === 'list' ? listColumns : severalColumns;
}

/** Parses a list of columns. For an unknown name the problem suggests the nearest. `defaults` are the columns that `+` and `-` change. */
export function parseColumns(text: string, defaults?: readonly Column[]): Parsed<readonly Column[]> {
	const chosen = chooseColumns(text, defaults);
	if (chosen.kind === 'unknown') {
		return refuse(`${chosen.names.map(name => describeUnknown(name, columnNames)).join(' ')} The columns are ${columnNames.join(', ')}.`);
	}

	return chosen.columns.every(({isForSeveral}) => isForSeveral === true)
		? refuse(`${quote(text)} leaves no column. Name one at least, such as state,name.`)
		: accept(chosen.columns);
}

/** Parses a sort: `health`, or the name of a column. A `-` before it reverses the order. */
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

/** Joins the words of the command line to one filter, safe to show. A word with a space is quoted, so that it stays one term. */
export function joinFilter(words: readonly string[]): string {
	return words.map(word => sanitize(word)).map(word => word.includes(' ') && !word.includes('"') ? quoteWord(withoutSpaces(word)) : word).join(' ');
}

/** Takes the spaces away around the operator of a field, which one may write in quotes: `'since > 5m'`. */
function withoutSpaces(word: string): string {
	const {start, field = '', operator = '', value = ''} = spacedTerm.exec(word)?.groups ?? {};
	return start !== undefined && isField(field.toLowerCase()) ? `${start}${field}${operator}${value}` : word;
}

const spacedTerm = /^(?<start>-?)(?<field>[\d\p{Letter}]+) *(?<operator>>=|<=|[:<=>≤≥]) *(?<value>[^ ].*)$/sv;

function quoteWord(word: string): string {
	if (!word.includes(' ')) {
		return word;
	}

	const [, lead = '', rest = ''] = /^(?<lead>-?(?:[\d\p{Letter}]+(?:>=|<=|[:<=>≤≥]))?)(?<rest>.*)$/sv.exec(word) ?? [];
	return `${lead}"${rest}"`;
}

function describeUnknown(name: string, names: readonly string[]): string {
	const nearest = findNearest(name, names);
	return `There is no column ${quote(name)}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`;
}
