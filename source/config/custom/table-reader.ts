import type {AddedKey} from '../../core/keymap/bind.js';
import {parseKey} from '../../core/keymap/key-names.js';
import {findNearest} from '../../core/text/nearest.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {quote} from '../../core/text/quote.js';
import {sanitize, type SafeText} from '../../core/text/sanitize.js';
import {isTable, type Table} from '../file/layer.js';
import type {Config} from '../file/load.js';
import {nameValue} from '../file/name-value.js';

/** Reader of one table of a list such as `[[view]]`. It collects what is wrong with it. */
export type TableReader = {
	/** Names the place of a key for a message. */
	readonly at: (key: string) => string;
	/** Reads the value of a key; `undefined` where the key is missing, or where there is a problem. */
	readonly read: <Value>(key: string, parse: (value: unknown) => Parsed<Value>) => Value | undefined;
	/** Reads the value of a key that has to be there. */
	readonly need: <Value>(key: string, parse: (value: unknown) => Parsed<Value>) => Value | undefined;
	readonly report: (key: string, problem: string) => void;
};

/** The tables of a list, in their order, with a reader for each, and what is wrong with them. */
type ReadTables<Value> = {readonly values: readonly Value[]; readonly problems: readonly string[]};

/** Reads the tables of a list of the config file, such as all of `[[view]]`. Keys that are none of `keys` are problems. */
function readTables<Value>(
	config: Config,
	list: string,
	keys: readonly string[],
	read: (reader: TableReader) => Value | undefined,
): ReadTables<Value> {
	const tables = config.table[list] ?? [];
	if (!isTables(tables)) {
		return {values: [], problems: [`${nameValue(config, [list])}: It must be a list of tables. Each begins with the line [[${list}]].`]};
	}

	const problems: string[] = [];
	const values: Value[] = [];
	for (const [index, table] of tables.entries()) {
		const reader = createReader(config, {list, index, table}, problems);
		for (const key of Object.keys(table)) {
			if (keys.includes(key)) {
				continue;
			}

			const nearest = findNearest(key, keys);
			reader.report(key, `There is no such key. ${nearest === undefined ? `A ${list} takes ${keys.join(', ')}.` : `Did you mean ${nearest}?`}`);
		}

		const value = read(reader);
		if (value !== undefined) {
			values.push(value);
		}
	}

	return {values, problems};
}

/** What a table makes, and what its key is bound to. */
type Named<Value> = {readonly value: Value | undefined; readonly binding: Pick<AddedKey['binding'], 'command' | 'place' | 'does'> | undefined};

/**
Reads the tables of a list whose items have a `name`, each another one, and may have a `key`. `read` gets the name, which is missing where
there is a problem with it. Other keys than `keys`, which has these two as well, are problems.
*/
export function readNamed<Value>(
	config: Config,
	list: string,
	keys: readonly string[],
	read: (reader: TableReader, name: SafeText | undefined) => Named<Value>,
): ReadTables<Value> & {readonly keys: readonly AddedKey[]} {
	const names = new Set<string>();
	const added: AddedKey[] = [];
	const tables = readTables(config, list, keys, reader => {
		const name = reader.need('name', textWith(parseName));
		const {value, binding} = read(reader, name);
		const chord = reader.read('key', textWith(parseKey));
		if (name !== undefined) {
			reportRepeated(name, names, reader);
		}

		if (binding !== undefined && chord !== undefined) {
			added.push({binding: {...binding, chords: [chord]}, at: reader.at('key')});
		}

		return value;
	});
	return {...tables, keys: added};
}

function isTables(value: unknown): value is readonly Table[] {
	return Array.isArray(value) && value.every(item => isTable(item));
}

function createReader(config: Config, {list, index, table}: {list: string; index: number; table: Table}, problems: string[]): TableReader {
	const at = (key: string) => nameValue(config, [list, index, key]);
	const report = (key: string, problem: string) => {
		problems.push(`${at(key)}: ${problem}`);
	};

	const read: TableReader['read'] = (key, parse) => {
		const parsed = Object.hasOwn(table, key) ? parse(table[key]) : undefined;
		if (parsed?.kind === 'problem') {
			report(key, parsed.problem);
		}

		return parsed?.kind === 'value' ? parsed.value : undefined;
	};

	return {
		at,
		report,
		read,
		need(key, parse) {
			if (!Object.hasOwn(table, key)) {
				report(key, `It is missing. Every ${list} needs one.`);
			}

			return read(key, parse);
		},
	};
}

/** Makes a parser of values of a parser of texts. */
export function textWith<Value>(parse: (text: string) => Parsed<Value>): (value: unknown) => Parsed<Value> {
	return value => typeof value === 'string' ? parse(value) : refuse('It must be a text in quotes.');
}

/** Finds texts that are equal, case aside, to an earlier one. */
function reportRepeated(name: string, known: Set<string>, {report}: TableReader): void {
	const folded = name.toLowerCase();
	if (known.has(folded)) {
		report('name', `There is one of the name ${quote(name)} already, further up.`);
	}

	known.add(folded);
}

/** Parses the name of a view or of a command: it is shown in menus, on one line. */
function parseName(text: string): Parsed<SafeText> {
	const name = sanitize(text.trim());
	return name === '' ? refuse('It is empty. Give it a name, in quotes.') : accept(name);
}
