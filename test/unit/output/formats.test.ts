import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runAtOnce, type Slices} from '../../../source/core/polling/slices.js';
import {checkFormat} from '../../../source/cli/check-format.js';
import {options} from '../../../source/cli/options.js';
import {parseArguments} from '../../../source/cli/parse-arguments.js';
import {describeFormat, formatOptions} from '../../../source/output/format.js';
import {findFormat, formatNames} from '../../../source/output/formats.js';
import {eventFormatNames} from '../../../source/output/events/formats.js';
import {reportFormatNames} from '../../../source/output/report/formats.js';
import {unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {columns} from '../../../source/core/columns/columns.js';
import type {Listing} from '../../../source/output/listing.js';
import {listingOf} from './listing.js';

test('every format writes a listing, and its table row loads its writer', async () => {
	for (const name of formatNames) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const write = await findFormat(name)?.load();
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const text = await (write && runAtOnce(write(listingOf([{name: 'shop'}]), {
			columns: [columns.name], symbols: unicodeSymbols, hasRules: false, isRevealed: false, isTerminal: false, width: undefined,
			drawRules: async () => assert.fail('No rules were asked for.'),
		})));
		assert.match(text ?? '', /shop/v, name);
	}
});

test('an option for some formats is an option of list, and is taken by one of them at least', () => {
	const isForList = (commands: readonly string[]) => commands.includes('list');
	for (const {option} of formatOptions) {
		assert.ok(isForList(options[option].commands), option);
		assert.ok(formatNames.some(name => findFormat(name)?.takes.includes(option)), option);
	}
});

test('a format refuses each option that its row does not take, and no other', () => {
	for (const name of formatNames) {
		const given = parseArguments(['list', '--columns', 'name', '--rules', '--ascii', '--show-secrets', '--health']);
		const refused = checkFormat(given, name).map(problem => /^--(?<option>[\-a-z]+) is/v.exec(problem)?.groups?.option);
		const expected = formatOptions.map(({option}) => option).filter(option => !findFormat(name)?.takes.includes(option));
		assert.deepEqual(refused, expected, name);
	}
});

test('the completion and the help of --output name every format', () => {
	assert.deepEqual(options.output.completes, [...new Set([...formatNames, ...eventFormatNames, ...reportFormatNames])]);
	for (const name of [...formatNames, ...reportFormatNames]) {
		assert.match(options.output.help, new RegExp(String.raw`\b${name}\b`, 'v'));
	}
});

test('the compiler refuses a writer that reads what its row does not say, and a row that says what its writer does not read', () => {
	type Revealed = {readonly isRevealed: boolean};
	const written = function * (text: string): Slices<string> {
		yield;
		return text;
	};

	const writeNothing = () => written('');
	const writeSecrets = (_: Listing, {isRevealed}: Revealed) => written(String(isRevealed));
	const writeForTerminal = (_: Listing, {isTerminal, width}: {readonly isTerminal: boolean; readonly width: number | undefined}) => written(String([isTerminal, width]));
	const rows = [
		describeFormat({takes: [], texts: 'escaped', load: async () => writeNothing}),
		describeFormat({takes: ['show-secrets'], texts: 'escaped', load: async () => writeSecrets}),
		describeFormat({takes: [], texts: 'safe-on-terminal', load: async () => writeForTerminal}),
		// @ts-expect-error -- It reads whether secrets are revealed, but takes no such option.
		describeFormat({takes: [], texts: 'escaped', load: async () => writeSecrets}),
		// @ts-expect-error -- It takes columns, but does not read them.
		describeFormat({takes: ['columns', 'show-secrets'], texts: 'escaped', load: async () => writeSecrets}),
		// @ts-expect-error -- It takes an option, but reads none.
		describeFormat({takes: ['columns'], texts: 'escaped', load: async () => writeNothing}),
		// @ts-expect-error -- It is said to make texts safe on a terminal, but does not read whether there is one.
		describeFormat({takes: ['show-secrets'], texts: 'safe-on-terminal', load: async () => writeSecrets}),
		// @ts-expect-error -- It makes texts safe on a terminal, but is said to escape them.
		describeFormat({takes: [], texts: 'escaped', load: async () => writeForTerminal}),
		// @ts-expect-error -- There is no such option.
		describeFormat({takes: ['colums'], texts: 'escaped', load: async () => writeNothing}),
	];
	assert.deepEqual(rows.map(({takes}) => takes.length), [0, 1, 0, 0, 2, 1, 1, 0, 1]);
});
