import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {commandTable} from '../../source/cli/commands.js';
import {optionTable} from '../../source/cli/help.js';
import {checkUsage} from '../../source/cli/check-usage.js';
import {loadConfig} from '../../source/config/file/load.js';
import {parseToml} from '../../source/config/file/parse-toml.js';
import {keyTable} from '../../source/core/keymap/describe.js';
import {filterExamples} from '../../source/core/filter/examples.js';
import {filterTable, parseFilter} from '../../source/core/filter/parse.js';
import {signTable} from '../../source/core/view/help/sign-table.js';
import {parseArguments} from '../../source/cli/parse-arguments.js';
import {joinWords} from '../../source/core/text/join-words.js';
import {formatsTaking, formatsWriting} from '../../source/output/formats.js';
import {scenarioNames} from '../../source/simulator/world/scenarios.js';

const root = new URL('../../', import.meta.url);
const read = (page: string) => readFileSync(new URL(page, root), 'utf8');
const readme = read('README.md');
const pages = ['README.md', ...['keys', 'filter', 'commands', 'configuration', 'memory', 'serve', 'security', 'tmux-and-ssh'].map(name => `docs/${name}.md`)].map(page => read(page));

test('the table of keys is the one made from the key table', () => {
	const [, table] = /<!-- keys: [^\n]*-->\n\n(?<table>.*?)\n\n<!-- \/keys -->/sv.exec(read('docs/keys.md')) ?? [];
	assert.equal(table, keyTable());
});

test('the table of signs is the one made from their table', () => {
	const [, table] = /<!-- signs: [^\n]*-->\n\n(?<table>.*?)\n\n<!-- \/signs -->/sv.exec(read('docs/keys.md')) ?? [];
	assert.equal(table, signTable());
});

test('the filters of the help are shown with what they find', () => {
	const page = read('docs/filter.md');
	for (const {filter, finds} of filterExamples) {
		assert.ok(page.includes(`\n${filter.padEnd(29)} # ${finds}\n`), filter);
	}
});

test('the table of filter fields is the one made from their table', () => {
	const [, table] = /<!-- filter: [^\n]*-->\n\n(?<table>.*?)\n\n<!-- \/filter -->/sv.exec(read('docs/filter.md')) ?? [];
	assert.equal(table, filterTable());
});

test('the table of commands is the one made from their table', () => {
	const [, table] = /<!-- commands: [^\n]*-->\n\n(?<table>.*?)\n\n<!-- \/commands -->/sv.exec(readme) ?? [];
	assert.equal(table, commandTable());
});

test('the table of options is the one made from their table', () => {
	const [, table] = /<!-- options: [^\n]*-->\n\n(?<table>.*?)\n\n<!-- \/options -->/sv.exec(read('docs/commands.md')) ?? [];
	assert.equal(table, optionTable());
});

test('the formats that are named are those of their table', () => {
	const list = (names: readonly string[]) => joinWords(names.map(name => `\`${name}\``), 'and');
	for (const sentence of [
		`For other programs there are ${list(formatsWriting('escaped', 'safe-on-terminal'))}:`,
		`${list(formatsWriting('escaped'))} escape whatever could command a terminal; ${list(formatsWriting('safe-on-terminal'))} have no way to`,
		`\`list --show-secrets\` writes them, in ${list(formatsTaking('show-secrets'))}`,
	]) {
		assert.ok(pages.some(page => page.includes(sentence)), sentence);
	}
});

test('every filter that is shown can be used whole', () => {
	const [, block = ''] = /```filter\n(?<block>.*?)```/sv.exec(read('docs/filter.md')) ?? [];
	const filters = block.trim().split('\n').map(line => line.split('  #', 1)[0]?.trim() ?? '');
	assert.ok(filters.length > 3);
	for (const filter of filters) {
		assert.deepEqual(parseFilter(filter).ignored, [], filter);
	}
});

test('every command line that is shown is one that the program takes', () => {
	const lines = pages.flatMap(page => page.split('\n'))
		.filter(line => /^(?:\$ )?ryzetop /v.test(line))
		// The words up to a comment, another command or a redirection, which are the shell's.
		.map(line => line.slice(line.indexOf('ryzetop ') + 8).split(/ (?:[#>\|]|&&)/v, 1)[0]?.match(/'[^']*'|\S+/gv) ?? [])
		.map(words => words.map(word => word.replaceAll('\'', '')));
	assert.ok(lines.length > 10);
	for (const words of lines) {
		const given = parseArguments(words);
		assert.deepEqual([given.problems, checkUsage(given), parseFilter(given.words.join(' ')).ignored], [[], [], []], words.join(' '));
	}
});

test('the ten keys of the README are keys of the table', () => {
	const [, table = ''] = /\n## Ten keys\n\n(?<table>.*?)\n\n##/sv.exec(readme) ?? [];
	const keys = table.split('\n').slice(2).map(row => row.split(' | ', 1)[0]?.slice(2) ?? '');
	assert.equal(keys.length, 10);
	assert.deepEqual(keys.filter(key => !keyTable().includes(` ${key} `)), []);
});

test('every scenario is named', () => {
	const page = read('docs/commands.md');
	assert.deepEqual(scenarioNames.filter(name => !page.includes(`\`${name}\``)), []);
});

test('the config file that is shown holds as it stands, with both its profiles', async () => {
	const toml = /```toml\n(?<toml>.*?)```/sv.exec(read('docs/configuration.md'))?.groups?.toml ?? '';
	for (const profile of ['prod', 'lab']) {
		// eslint-disable-next-line no-await-in-loop -- one profile after the other
		const config = await loadConfig({
			command: 'monitor', words: [], values: new Map([['profile', profile]]), switches: new Set(), problems: [],
		}, {HOME: '/home/someone'}, {
			readFile: async () => ({
				kind: 'bytes', bytes: new TextEncoder().encode(toml), sharedMode: undefined, isLasting: true,
			}),
			parse: async bytes => parseToml(bytes),
		});
		assert.deepEqual([config.chosen[0]?.name, config.layers.length, config.problems, config.warnings], [profile, 2, [], []]);
	}
});
