import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Arguments} from '../../../source/cli/arguments.js';
import {listOptions} from '../../../source/cli/options.js';
import {parseArguments} from '../../../source/cli/parse-arguments.js';
import {readVersion} from '../../../source/process/version.js';
import manifest from '../../../package.json' with {type: 'json'};

/** The command line taken apart, in plain lists. */
const read = (...argv: readonly string[]) => {
	const {values, switches, ...others}: Arguments = parseArguments(argv);
	return {...others, values: Object.fromEntries(values), switches: [...switches]};
};

const nothing = {
	command: 'monitor', words: [], problems: [], values: {}, switches: [],
};

test('without arguments there is the monitor, and no switch is on', () => {
	assert.deepEqual(read(), nothing);
});

test('every option of the table is understood, and nothing is wrong with it', () => {
	for (const [name, {kind}] of listOptions()) {
		if (kind === 'switch') {
			assert.deepEqual(read(`--${name}`), {...nothing, switches: [name]});
		} else {
			assert.deepEqual(read(`--${name}`, 'x'), {...nothing, values: {[name]: 'x'}});
			assert.deepEqual(read(`--${name}=x`), {...nothing, values: {[name]: 'x'}});
		}
	}
});

test('a letter is short for its option', () => {
	for (const [name, {letter}] of listOptions()) {
		if (letter !== undefined) {
			assert.deepEqual(read(`-${letter}`), {...nothing, switches: [name]});
		}
	}

	assert.deepEqual(listOptions().flatMap(([name, {letter}]) => letter === undefined ? [] : [[name, letter]]), [['help', 'h'], ['version', 'V']]);
});

test('a first word that nearly is a command is asked about, and any other word, or one after --, is a filter term', () => {
	for (const [word, meant] of [['lst', 'list'], ['List', 'list'], ['chekc', 'check'], ['simulat', 'simulate'], ['hlep', 'help'], ['completions', 'completion']] as const) {
		assert.deepEqual(
			read(word, '--demo').problems,
			[`There is no command ${word}. Did you mean ${meant}? After -- every word is a filter term: ryzetop -- ${word}`],
		);
		assert.deepEqual(read('--', word).problems, []);
		assert.deepEqual(read('sales', word).problems, []);
	}

	for (const word of ['sales', 'name:lst', 'state:list', 'support', 'shop', 'loja', 'confirmed', 'is:stuck', '5511', 'main', '!lst']) {
		assert.deepEqual(read(word).problems, [], word);
	}
});

test('values are texts as they were typed', () => {
	for (const value of ['007', '-3', '1e3', 'true', 'a=b', 'a b', 'a\nb=c', '--x', 'a.b', '\u{1B}[31m', '-']) {
		assert.deepEqual(read(`--instance=${value}`), {...nothing, values: {instance: value}});
	}

	assert.deepEqual(read('--seed', '-3'), {...nothing, values: {seed: '-3'}});
	assert.deepEqual(read('--token-file', '-'), {...nothing, values: {'token-file': '-'}});
});

test('a value of columns and sort may begin with a dash, and the next option is none', () => {
	assert.deepEqual(read('--columns', '-presence,+business', '--sort', '-since'), {...nothing, values: {columns: '-presence,+business', sort: '-since'}});
	assert.deepEqual(read('--sort', '--ascii').problems, ['--sort needs a value: --sort NAME.']);
	assert.deepEqual(read('--instance', '-x').problems, ['--instance needs a value: --instance A,B.', 'There is no option -x.']);
});

test('a time goes on in the next argument where that belongs to it, and every other word is a filter term', () => {
	assert.deepEqual(read('events', '--from', 'yesterday', '18:00', 'sales', '--to', '12h', 'ago', '18:00'), {
		...nothing, command: 'events', words: ['sales', '18:00'], values: {from: 'yesterday 18:00', to: '12h ago'},
	});
	assert.deepEqual(read('events', '--from=Tue', '18:40', '--to', 'today', 'now'), {
		...nothing, command: 'events', words: ['now'], values: {from: 'Tue 18:40', to: 'today'},
	});
	assert.deepEqual(read('events', '--from', 'yesterday', '--', '18:00'), {
		...nothing, command: 'events', words: ['18:00'], values: {from: 'yesterday'},
	});
	assert.deepEqual(read('--instance', 'yesterday', '18:00'), {...nothing, words: ['18:00'], values: {instance: 'yesterday'}});
});

test('the last of several counts', () => {
	assert.deepEqual(read('--url', 'a', '--ascii', '--url=b', '--ascii'), {...nothing, values: {url: 'b'}, switches: ['ascii']});
	assert.deepEqual(read('--no-color', '--no-color'), {...nothing, switches: ['no-color']});
});

test('the first word is the command if it names one, wherever the options stand', () => {
	assert.deepEqual(read('--seed', '1', 'simulate', 'busy', '--port=2'), {
		...nothing, command: 'simulate', words: ['busy'], values: {seed: '1', port: '2'},
	});
	assert.deepEqual(read('sales', 'simulate'), {...nothing, words: ['sales', 'simulate']});
	assert.deepEqual(read('-', '', '-5'), {...nothing, words: ['-', '', '-5']});
});

test('after -- all are words, and none is an option or a command', () => {
	assert.deepEqual(read('--ascii', '--', 'simulate', '--demo', '--shout', '--'), {
		...nothing, switches: ['ascii'], words: ['simulate', '--demo', '--shout', '--'],
	});
});

test('an option without a value, a switch with one and an unknown option are problems, and switch nothing on', () => {
	const cases = [
		['--url'],
		['--url='],
		['--url', '--'],
		['--ascii=no'],
		['--ascii', '-'],
		['--asci'],
		['--noColor'],
		['--no-demo'],
		['--no-ascii=1'],
		['--no-url'],
		['-a'],
		['--color'],
		['--__proto__=1'],
		['--url.x=1'],
		['--=x'],
	];
	for (const argv of cases) {
		const {problems, values, switches} = read(...argv);
		assert.equal(problems.length, 1, argv.join(' '));
		assert.deepEqual([values, switches], [{}, []], argv.join(' '));
	}
});

test('a switch that the config file may turn on can be turned off, and the last of both counts', () => {
	assert.deepEqual(read('--no-ascii'), {...nothing, negated: new Set(['ascii'])});
	assert.deepEqual(read('--ascii', '--no-ascii'), {...nothing, negated: new Set(['ascii'])});
	assert.deepEqual(read('--no-ascii', '--ascii'), {...nothing, switches: ['ascii']});
});

test('an option in another case is unknown, though meow would take it', () => {
	assert.deepEqual(read('--ASCII', '--Url=x').problems, ['There is no option --ASCII. Did you mean --ascii?', 'There is no option --Url. Did you mean --url?']);
});

test('nothing is read from an unknown option\'s value', () => {
	assert.deepEqual(read('--token', 's3cret').words, []);
	assert.equal(read('--shout', 'simulate').command, 'monitor');
});

test('the version is the one in package.json', () => {
	assert.equal(readVersion(), manifest.version);
});
