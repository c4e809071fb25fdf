import assert from 'node:assert/strict';
import {test} from 'node:test';
import {tokenAsArgument, type Arguments} from '../../../source/cli/arguments.js';
import {firstRunLines, noTokenProblem} from '../../../source/cli/first-run.js';
import type {OptionName} from '../../../source/cli/options.js';
import {resolve} from '../../../source/config/resolve.js';
import type {ResolvePorts} from '../../../source/config/resolved.js';
import {severalColumns} from '../../../source/core/columns/choose.js';
import {reveal} from '../../../source/core/text/secret.js';
import {bindings} from '../../../source/core/keymap/bindings.js';
import {healthFirst} from '../../../source/core/columns/sort.js';
import {missingFile, usualSecret} from './configuring.js';

type Setting = Partial<Omit<Arguments, 'values' | 'switches'>> & {
	readonly values?: Partial<Record<OptionName, string>>;
	readonly switches?: readonly OptionName[];
	readonly environment?: Readonly<Record<string, string>>;
};

const scenarios = ['calm', 'busy'] as const;

const unused: ResolvePorts<'calm' | 'busy'> = {
	readTokenFile: async file => file === usualSecret ? missingFile : assert.fail('No file was to be read.'),
	scenarioNames: async () => assert.fail('The simulator was not to be loaded.'),
};

const ports: ResolvePorts<'calm' | 'busy'> = {
	readTokenFile: async file => file === 'good'
		? {
			kind: 'text', text: 'from-file\n', sharedMode: 0o644, isLasting: true,
		}
		: missingFile,
	scenarioNames: async () => scenarios,
};

const decide = async ({command = 'monitor', words = [], values = {}, switches = [], problems = [], environment = {}}: Setting, from = ports) => {
	const given = new Map<OptionName, string>();
	for (const [name, value] of Object.entries(values)) {
		given.set(name as OptionName, value);
	}

	return resolve({
		command, words, values: given, switches: new Set(switches), problems,
	}, environment, from);
};

const problemsOf = async (setting: Setting) => {
	const resolved = await decide(setting);
	assert.strictEqual(resolved.kind, 'misuse', resolved.kind);
	return resolved.problems;
};

test('a token is all the monitor needs', async () => {
	const resolved = await decide({environment: {RYZE_TOKEN: 'abc'}}, unused);
	assert.strictEqual(resolved.kind, 'monitor');
	const {sources, columns, ...settings} = resolved.options;
	const [source] = sources;
	assert.strictEqual(source.kind, 'account');
	const {token, ...account} = source;
	assert.equal(columns, severalColumns);
	assert.deepEqual([account, settings, resolved.warnings], [
		{
			kind: 'account', url: 'https://ryzeapi.cloud', historyFile: undefined, hasNoHistory: false,
		},
		{
			names: [],
			interval: 5000,
			timeout: 15_000,
			hasHealth: false,
			sort: healthFirst,
			filter: '',
			given: {sort: false, columns: false, filter: false},
			isResuming: false,
			hasMouse: false,
			rest: 600_000,
			hasBell: false,
			hasNotifications: false,
			isAscii: false,
			isReadOnly: false,
			palette: 'terminal',
			color: 'auto',
			debugLog: undefined,
			keymap: bindings,
			views: [],
			commands: [],
		},
		[],
	]);
	assert.equal(reveal(token.current()), 'abc');
});

test('an option beats the environment, which beats the default', async () => {
	const environment = {
		RYZE_TOKEN: 'abc', RYZE_URL: 'https://one.example', RYZE_TOKEN_FILE: 'none', NO_COLOR: '1',
	};
	const fromEnvironment = await decide({environment});
	assert.strictEqual(fromEnvironment.kind, 'monitor');
	assert.strictEqual(fromEnvironment.options.sources[0].kind, 'account');
	assert.equal(fromEnvironment.options.sources[0].url, 'https://one.example');
	assert.equal(fromEnvironment.options.color, 'never');

	const typed = await decide({
		environment,
		values: {
			url: 'https://two.example', 'token-file': 'good', instance: 'a,b', interval: '1m', timeout: '2s',
		},
		switches: ['ascii'],
	});
	assert.strictEqual(typed.kind, 'monitor');
	const {sources, names, interval, timeout, isAscii} = typed.options;
	const [source] = sources;
	assert.strictEqual(source.kind, 'account');
	const {url, token} = source;
	assert.deepEqual([url, names, interval, timeout, isAscii], ['https://two.example', ['a', 'b'], 60_000, 2000, true]);
	assert.equal(reveal(token.current()), 'from-file');
});

test('a variable that is set to nothing counts as not set', async () => {
	const resolved = await decide({environment: {RYZE_TOKEN: 'abc', RYZE_URL: '', RYZE_TOKEN_FILE: ' '}}, unused);
	assert.strictEqual(resolved.kind, 'monitor');
	assert.strictEqual(resolved.options.sources[0].kind, 'account');
	assert.equal(resolved.options.sources[0].url, 'https://ryzeapi.cloud');
});

test('an address and a token file have a second variable each, which counts where the first is not set', async () => {
	const second = {RYZE_BASE: ' https://base.example ', RYZE_ACCOUNT_TOKEN_FILE: 'good'};
	for (const [environment, expected] of [
		[second, ['https://base.example', 'from-file']],
		[{...second, RYZE_URL: ' ', RYZE_TOKEN_FILE: ''}, ['https://base.example', 'from-file']],
		[{...second, RYZE_URL: 'https://url.example', RYZE_TOKEN: 'abc'}, ['https://url.example', 'abc']],
	] as const) {
		const resolved = await decide({environment}); // eslint-disable-line no-await-in-loop -- one after the other
		assert.strictEqual(resolved.kind, 'monitor');
		const [source] = resolved.options.sources;
		assert.strictEqual(source.kind, 'account');
		assert.deepEqual([source.url, reveal(source.token.current())], expected);
	}

	assert.deepEqual(await problemsOf({environment: {RYZE_BASE: 'example.com', RYZE_ACCOUNT_TOKEN_FILE: 'bad'}}), [
		'RYZE_BASE: "example.com" is no http or https address. Give it whole, such as https://ryzeapi.cloud.',
		'RYZE_ACCOUNT_TOKEN_FILE "bad": There is no such file.',
	]);
	assert.deepEqual(await problemsOf({environment: {RYZE_TOKEN_FILE: 'bad', RYZE_ACCOUNT_TOKEN_FILE: 'good'}}), ['RYZE_TOKEN_FILE "bad": There is no such file.']);
});

test('plain HTTP and a shared token file are warned about, and do not keep the monitor from starting', async () => {
	const resolved = await decide({values: {url: 'http://example.com', 'token-file': 'good'}});
	assert.strictEqual(resolved.kind, 'monitor');
	assert.deepEqual(resolved.warnings, [
		'http://example.com is plain HTTP: everyone on the way there can read the token. Use https if the server has it.',
		'The token file "good" is open to others (mode 644). chmod 600 makes it yours alone.',
	]);
});

test('without a token and without any other problem there are five lines on how to begin', async () => {
	assert.deepEqual(await decide({}, unused), {kind: 'no-token', lines: firstRunLines});
	assert.deepEqual(await decide({values: {url: 'http://example.com'}, switches: ['ascii']}, unused), {kind: 'no-token', lines: firstRunLines});
});

test('all problems come at once, those of the command line first, a missing token last', async () => {
	assert.deepEqual(await problemsOf({
		problems: ['There is no option --shout.'],
		values: {
			port: '1', seed: '1', interval: '0.9', timeout: '99h', instance: ',',
		},
		environment: {RYZE_URL: 'example.com'},
	}), [
		'There is no option --shout.',
		'--port is an option of ryzetop simulate. Leave it out, or put simulate before it.',
		'--seed is about the simulated account: it needs --demo.',
		'--instance: "," names no instance. Give one or more names with commas between them, such as sales,support.',
		'--interval: "0.9" is too short. 1s is the least.',
		'--timeout: "99h" is too long. 10m is the most.',
		'RYZE_URL: "example.com" is no http or https address. Give it whole, such as https://ryzeapi.cloud.',
		noTokenProblem,
	]);
});

test('who gave a token as an argument is not told as well that there is none', async () => {
	assert.deepEqual(await problemsOf({problems: [tokenAsArgument]}), [tokenAsArgument]);
});

test('a token file that cannot be read is the problem, not a missing token', async () => {
	assert.deepEqual(await problemsOf({values: {'token-file': 'bad'}, environment: {RYZE_TOKEN: 'abc'}}), ['--token-file "bad": There is no such file.']);
});

test('the demo needs no token, and neither reads one nor takes an address from the environment', async () => {
	const resolved = await decide({switches: ['demo'], environment: {RYZE_URL: 'nonsense', RYZE_TOKEN_FILE: 'good', RYZE_TOKEN: 'a b'}});
	assert.strictEqual(resolved.kind, 'monitor');
	assert.deepEqual(resolved.options.sources[0], {kind: 'demo', simulation: {scenario: 'busy', instances: undefined, seed: undefined}});
	assert.deepEqual(resolved.warnings, []);
});

test('the demo takes a scenario, a size and a seed', async () => {
	const resolved = await decide({switches: ['demo'], values: {scenario: 'calm', instances: '0', seed: '7'}});
	assert.strictEqual(resolved.kind, 'monitor');
	assert.deepEqual(resolved.options.sources[0], {kind: 'demo', simulation: {scenario: 'calm', instances: 0, seed: 7}});
});

test('the demo and an account exclude each other', async () => {
	assert.deepEqual(await problemsOf({switches: ['demo'], values: {url: 'https://example.com', 'token-file': 'good', scenario: 'bsy'}}), [
		'--url is of no use with --demo, which watches a simulated account. Leave one of them out.',
		'--token-file is of no use with --demo, which watches a simulated account. Leave one of them out.',
		'--scenario: There is no "bsy". Did you mean busy? Give one of calm, busy.',
	]);
});

test('what is about the simulated account needs the demo', async () => {
	assert.deepEqual(await problemsOf({values: {scenario: 'calm', instances: '3'}, environment: {RYZE_TOKEN: 'abc'}}), [
		'--scenario is about the simulated account: it needs --demo.',
		'--instances is about the simulated account: it needs --demo.',
	]);
});

test('simulate takes a scenario, a port, a size and a seed, and any free port by default', async () => {
	assert.deepEqual(await decide({command: 'simulate'}), {
		kind: 'simulate',
		options: {
			scenario: 'busy', port: 0, instances: undefined, seed: undefined,
		},
	});
	assert.deepEqual(await decide({
		command: 'simulate',
		values: {
			scenario: 'calm', port: '8080', instances: '100000', seed: '4294967295',
		},
	}), {
		kind: 'simulate',
		options: {
			scenario: 'calm', port: 8080, instances: 100_000, seed: 4_294_967_295,
		},
	});
});

test('simulate has no use for words, for options of the monitor, or for values out of bounds', async () => {
	assert.deepEqual(await problemsOf({
		command: 'simulate', words: ['outage'], switches: ['demo'], values: {url: 'https://example.com', port: '65536', instances: '100001'},
	}), [
		'"outage" is a word too many: ryzetop simulate takes options only.',
		'--url is of no use to ryzetop simulate. Leave it out.',
		'--demo is of no use to ryzetop simulate. Leave it out.',
		'--instances: "100001" will not do. Give a whole number from 0 to 100000.',
		'--port: "65536" will not do. Give a whole number from 0 to 65535.',
	]);
});

test('help and version win over everything else, help over version', async () => {
	const wrong = {problems: ['Wrong.'], words: ['sales']};
	const helped = await decide({...wrong, switches: ['version', 'help']});
	assert.strictEqual(helped.kind, 'help');
	assert.ok(helped.text.includes('ryzetop help all'));
	const all = await decide({problems: ['Wrong.'], words: ['all'], switches: ['help']});
	assert.ok(all.kind === 'help' && all.text.includes('calm, busy'));
	assert.deepEqual(await decide({...wrong, switches: ['version']}, unused), {kind: 'version'});
});

test('words are the filter of the grid, and one with a space stays together', async () => {
	const resolved = await decide({environment: {RYZE_TOKEN: 'abc'}, words: ['state:disconnected', 'name:sales 04', 'two words', '-old']}, unused);
	assert.equal(resolved.kind === 'monitor' && resolved.options.filter, 'state:disconnected name:"sales 04" "two words" -old');
});

test('columns and sort are read by name, and an unknown one names the nearest', async () => {
	const good = await decide({environment: {RYZE_TOKEN: 'abc'}, values: {columns: '+business,-up24h', sort: '-since'}}, unused);
	assert.deepEqual(good.kind === 'monitor' && [good.options.columns.map(({id}) => id), good.options.sort], [
		['state', 'name', 'account', 'number', 'since', 'do', 'integrations', 'why', 'last24h', 'profile', 'business'],
		{by: 'since', isReversed: true},
	]);
	const bad = await decide({environment: {RYZE_TOKEN: 'abc'}, values: {columns: 'nam', sort: 'sinc'}}, unused);
	assert.match(bad.kind === 'misuse' ? bad.problems.join('\n') : '', /--columns: There is no column "nam"\. Did you mean name\?.*\n--sort: There is no column "sinc"\. Did you mean since\?/v);
});

test('a filter from the command line holds nothing that commands the terminal', async () => {
	const resolved = await decide({environment: {RYZE_TOKEN: 'abc'}, words: ['name:\u{1B}[31mred']}, unused);
	assert.equal(resolved.kind === 'monitor' && resolved.options.filter, 'name:␛[31mred');
});

test('help is a command too, of the program or of one command, and asks for the nearest where there is none of that name', async () => {
	assert.deepEqual(await decide({command: 'help'}), await decide({switches: ['help']}));
	assert.deepEqual(await decide({command: 'help', words: ['list']}), await decide({command: 'list', switches: ['help']}));
	assert.deepEqual(await problemsOf({command: 'help', words: ['lst', 'x']}), [
		'There is no command "lst". Did you mean list?',
		'"x" is a word too many: ryzetop help takes one command.',
	]);
});
