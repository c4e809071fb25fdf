import {defaultColumns} from '../../core/columns/choose.js';
import type {Column} from '../../core/columns/column.js';
import type {Filter} from '../../core/filter/parse.js';
import type {Sort} from '../../core/columns/sort.js';
import type {Arguments} from '../../cli/arguments.js';
import {parseColumns, parseSort} from '../../cli/values/grid.js';
import {outputFormats, type OutputFormat} from '../../cli/options.js';
import {readFilter} from '../values/filter.js';
import type {OptionReader} from '../values/option-reader.js';
import {parseChoice, parseNames} from '../../cli/values/parse.js';

/** Settings of `ryzetop list`. */
export type ListSettings = {
	readonly command: 'list';
	readonly names: readonly string[];
	readonly filter: Filter;
	readonly format: OutputFormat;
	readonly columns: readonly Column[];
	readonly sort: Sort;
	readonly hasRules: boolean;
	readonly isRevealed: boolean;
	readonly isAscii: boolean;
};

/** Options that only some formats use, and why the others do not. */
const formatOptions = [
	{option: 'columns', formats: ['table', 'csv'], why: 'it has no columns'},
	{option: 'rules', formats: ['table'], why: 'only a table has rules'},
	{option: 'ascii', formats: ['table'], why: 'it draws no signs'},
	{option: 'show-secrets', formats: ['json', 'ndjson', 'csv'], why: 'it holds none'},
] as const;

/** Default columns of the grid without `since`: one poll does not tell how long a state has lasted. */
const listColumns = defaultColumns.filter(({id}) => id !== 'since');

/**
Reads the options of `ryzetop list`; `undefined` if there was a problem with one that it needs.

An option on the command line, which is `typed`, must fit the format. One from the environment or the config file need not.
*/
export function readListSettings(reading: OptionReader, {switches, words}: Arguments, typed: Arguments): ListSettings | undefined {
	const names = reading.read('instance', parseNames) ?? [];
	const filter = readFilter(reading, words);
	const format = reading.read('output', text => parseChoice(text, outputFormats));
	const columns = reading.read('columns', text => parseColumns(text, listColumns)) ?? listColumns;
	const sort = reading.read('sort', parseSort);
	for (const {option, formats, why} of formatOptions) {
		const isGiven = typed.values.has(option) || typed.switches.has(option);
		if (isGiven && format !== undefined && formats.every(name => name !== format)) {
			reading.report(`--${option} is of no use with --output ${format}: ${why}. Leave it out, or take --output ${formats.join(' or ')}.`);
		}
	}

	return format === undefined || sort === undefined
		? undefined
		: {
			command: 'list',
			names,
			filter,
			format,
			columns,
			sort,
			hasRules: switches.has('rules'),
			isRevealed: switches.has('show-secrets'),
			isAscii: switches.has('ascii'),
		};
}
