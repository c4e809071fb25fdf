import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {createCompletionModel, shells} from '../../../source/cli/completion/model.js';
import {resolveCompletion} from '../../../source/cli/completion/write-completion.js';
import {listOptions, type OptionName} from '../../../source/cli/options.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {openHistory} from '../../../source/history/open.js';
import {openTables} from '../../../source/history/tables.js';
import {scenarioNames as allScenarios} from '../../../source/simulator/world/scenarios.js';
import {program} from '../../helpers/program.js';
import {model, scenarioNames} from './shells.js';

const resolve = (words: readonly string[], switches: readonly OptionName[] = []) => resolveCompletion({
	command: 'completion', words, values: new Map(), switches: new Set(switches), problems: [],
}, scenarioNames);

test('the built program prints the script of each shell', () => {
	for (const shell of shells) {
		const made = resolveCompletion({
			command: 'completion', words: [shell], values: new Map(), switches: new Set(), problems: [],
		}, allScenarios);
		const printed = execFileSync(process.execPath, [program, 'completion', shell], {encoding: 'utf8', env: {PATH: process.env.PATH}});
		assert.equal(printed, made.kind === 'print' ? made.text : undefined);
	}
});

test('every option stands in every script, and those with known values have them', () => {
	for (const shell of shells) {
		const made = resolve([shell]);
		assert.strictEqual(made.kind, 'print');
		for (const [name] of listOptions()) {
			assert.ok(made.text.includes(shell === 'fish' ? ` -l ${name} ` : `--${name}`), `${shell} ${name}`);
		}
	}

	const kinds = new Map(model.options.map(({name, value}) => [name, value?.kind]));
	assert.deepEqual(['scenario', 'columns', 'sort', 'token-file', 'config', 'url', 'instance', 'profile', 'bell'].map(name => kinds.get(name)), ['words', 'words', 'words', 'files', 'files', 'anything', 'asked', 'asked', undefined]);
});

test('filter terms that a shell would take for a redirection are not offered', () => {
	const {filterWords} = createCompletionModel([]);
	assert.deepEqual(filterWords.filter(word => !/^\w+:\w*$/v.test(word)), []);
	assert.ok(filterWords.includes('state:loggedout') && filterWords.includes('name:'));
});

test('the names of instances are those that the memory of the config file has, without a token', async t => {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-names-'));
	t.after(() => {
		rmSync(folder, {recursive: true});
	});
	const file = path.join(folder, 'seen.db');
	const opened = await openHistory(file);
	assert.strictEqual(opened.kind, 'open');
	const tables = openTables(opened.database);
	const account = tables.addAccount('api.example');
	for (const [name, state] of [['trail ', 'connected'], ['-rf', 'connected'], ['ação', 'disconnected'], ['gone', undefined], ['\u{1B}[31mred', 'connected'], ['', 'connected']] as const) {
		tables.addInstance(account, {
			uid: name, name, state: state === undefined ? undefined : {kind: state, text: sanitize(state)}, since: 1, slack: undefined, appeared: 1, appearedSlack: undefined,
		});
	}

	opened.database.close();
	const config = path.join(folder, 'ryzetop', 'config.toml');
	mkdirSync(path.dirname(config));
	const names = (toml: string) => {
		writeFileSync(config, toml);
		return execFileSync(process.execPath, [program, 'completion', 'names'], {encoding: 'utf8', env: {PATH: process.env.PATH, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder}});
	};

	assert.equal(names(`history = "${file}"`), 'ação\ntrail \n');
	assert.equal(names('history = false'), '');
	assert.equal(names(''), '', 'no memory');
	const again = await openHistory(file);
	assert.strictEqual(again.kind, 'open');
	const record = openTables(again.database);
	record.addInstance(record.addAccount('lab.example'), {
		uid: 'other', name: 'ação', state: {kind: 'connected', text: sanitize('connected')}, since: 1, slack: undefined, appeared: 1, appearedSlack: undefined,
	});
	again.database.close();
	const both = `history = "${file}"\nprofile = ["prod", "lab"]\n[profiles.prod]\nurl = "https://api.example"\n[profiles.lab]\nurl = "https://lab.example"\n`;
	assert.equal(names(both), 'prod/ação\nlab/ação\ntrail \n', 'a name that two accounts have comes with each');
});

test('the profiles are those of the config file that can be typed, and their accounts are terms', t => {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-profiles-'));
	t.after(() => {
		rmSync(folder, {recursive: true});
	});
	mkdirSync(path.join(folder, 'ryzetop'));
	writeFileSync(path.join(folder, 'ryzetop', 'config.toml'), '[profiles.prod]\n[profiles."a shop"]\n[profiles."-x"]\n[profiles."\\u001B[31mred"]\n[profiles."two\\nlines"]\n[profiles]\nwrong = 1\n');
	const tell = (word: string) => execFileSync(process.execPath, [program, 'completion', word], {encoding: 'utf8', env: {PATH: process.env.PATH, XDG_CONFIG_HOME: folder}, stdio: ['ignore', 'pipe', 'ignore']});
	assert.deepEqual([tell('profiles'), tell('accounts')], ['prod\na shop\n', 'account:prod\n']);
});

test('completion needs the name of a shell, and takes nothing else', () => {
	assert.deepEqual(resolve([]), {kind: 'misuse', problems: ['ryzetop completion needs the name of a shell: bash, zsh, fish.']});
	assert.deepEqual(resolve(['fihs', 'zsh'], ['ascii']), {
		kind: 'misuse',
		problems: [
			'There is no completion for "fihs". Did you mean fish? The shells are bash, zsh, fish.',
			'"zsh" is a word too many: ryzetop completion takes one shell.',
			'--ascii is of no use to ryzetop completion. Leave it out.',
		],
	});
});
