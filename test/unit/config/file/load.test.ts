import assert from 'node:assert/strict';
import {test} from 'node:test';
import {listConfigurable} from '../../../../source/config/file/layer.js';
import {
	configure,
	holding,
	home,
	monitorOf,
	problemsOf,
} from '../configuring.js';

test('a missing config file is fine unless somebody named it', async () => {
	const {config, asked} = await configure({environment: {RYZE_TOKEN: 'abc'}});
	assert.deepEqual([config.isThere, config.problems, config.warnings, asked], [false, [], [], [`${home}/.config/ryzetop/config.toml`]]);
	assert.deepEqual(await problemsOf({values: {config: '/etc/ryze.toml'}, environment: {RYZE_TOKEN: 'abc'}}), [
		'/etc/ryze.toml: There is no such file. ryzetop config init, with the same --config, writes one.',
	]);
});

test('the folder of config files moves with XDG_CONFIG_HOME, and a relative one does not count', async () => {
	const {asked} = await configure({environment: {RYZE_TOKEN: 'abc', XDG_CONFIG_HOME: '/xdg'}});
	assert.deepEqual(asked, ['/xdg/ryzetop/config.toml']);
	const relative = await configure({environment: {RYZE_TOKEN: 'abc', XDG_CONFIG_HOME: 'xdg'}});
	assert.deepEqual(relative.asked, [`${home}/.config/ryzetop/config.toml`]);
	const homeless = await configure({environment: {RYZE_TOKEN: 'abc', HOME: ''}});
	assert.deepEqual([homeless.asked, homeless.config.problems], [[], []]);
});

test('an option comes before the environment, that before the config file, and that before the default', async () => {
	const toml = 'url = "https://file.example"\ninterval = "7s"\ntimeout = 20\n';
	const ofFile = await monitorOf({toml});
	assert.strictEqual(ofFile.sources[0].kind, 'account');
	assert.deepEqual([ofFile.sources[0].url, ofFile.interval, ofFile.timeout, ofFile.sort.by], ['https://file.example', 7000, 20_000, 'health']);
	const ofEnvironment = await monitorOf({toml, environment: {RYZE_TOKEN: 'abc', RYZE_URL: 'https://env.example'}});
	assert.equal(ofEnvironment.sources[0].kind === 'account' && ofEnvironment.sources[0].url, 'https://env.example');
	const typed = await monitorOf({toml, environment: {RYZE_TOKEN: 'abc', RYZE_URL: 'https://env.example'}, values: {url: 'https://typed.example', interval: '3s'}});
	assert.deepEqual([typed.sources[0].kind === 'account' && typed.sources[0].url, typed.interval], ['https://typed.example', 3000]);
});

test('a profile comes before the top of the file, by option or by the file\'s own choice', async () => {
	const toml = 'profile = "eu"\ninterval = "7s"\ntimeout = "9s"\n[profiles.eu]\ninterval = "8s"\n[profiles.us]\nbell = true\n';
	const chosen = await monitorOf({toml});
	assert.deepEqual([chosen.interval, chosen.timeout, chosen.hasBell], [8000, 9000, false]);
	const typed = await monitorOf({toml, values: {profile: 'us'}});
	assert.deepEqual([typed.interval, typed.timeout, typed.hasBell], [7000, 9000, true]);
});

test('a profile that does not exist is answered with the nearest and with all', async () => {
	const toml = '[profiles.prod]\n[profiles.staging]\n';
	assert.deepEqual(await problemsOf({toml, values: {profile: 'prd'}, environment: {RYZE_TOKEN: 'abc'}}), [
		'--profile: There is no profile "prd". Did you mean prod? ~/.config/ryzetop/config.toml has prod, staging.',
	]);
	assert.deepEqual(await problemsOf({values: {profile: 'prod'}}), [
		'--profile "prod": There is no config file ~/.config/ryzetop/config.toml. ryzetop config init writes one.',
	]);
	assert.deepEqual(await problemsOf({toml: 'profile = "x"', environment: {RYZE_TOKEN: 'abc'}}), [
		'~/.config/ryzetop/config.toml, line 1: profile: There is no profile "x". ~/.config/ryzetop/config.toml has none.',
	]);
});

test('switches are on where the file says so, and the command line turns them off', async () => {
	const toml = 'bell = true\nnotify = true\nascii = false\nno_color = true\n[profiles.quiet]\nbell = false\n';
	const options = await monitorOf({toml, negated: ['notify']});
	assert.deepEqual([options.hasBell, options.hasNotifications, options.isAscii, options.color], [true, false, false, 'never']);
	assert.equal((await monitorOf({toml, values: {profile: 'quiet'}})).hasBell, false);
	assert.equal((await monitorOf({toml, environment: {RYZE_TOKEN: 'abc', FORCE_COLOR: '1'}})).color, 'always');
});

test('lists may be lists, and numbers numbers', async () => {
	const options = await monitorOf({toml: 'columns = ["state", "name"]\ninstance = "a,b"\ninterval = 2.5\n'});
	assert.deepEqual([options.columns.map(({id}) => id), options.names, options.interval], [['state', 'name'], ['a', 'b'], 2500]);
});

test('names of instances and of files keep their blanks, and a value that is blank is none', async () => {
	const {names, debugLog} = await monitorOf({toml: 'instance = "sales,trail "\ndebug_log = "/logs/trail "\n'});
	assert.deepEqual([names, debugLog], [['sales', 'trail '], '/logs/trail ']);
	const [problem = ''] = await problemsOf({toml: 'instance = " "\n', environment: {RYZE_TOKEN: 'abc'}});
	assert.match(problem, /instance: It is empty\./v);
});

test('the simulator and the demo take their defaults from the file, the demo no instances of an account', async () => {
	const toml = 'scenario = "calm"\ninstances = 3\nport = 8080\nbell = true\ninstance = "sales"\nurl = "nonsense"\ntoken_command = ["pass"]\n';
	const {resolved} = await configure({command: 'simulate', toml});
	assert.deepEqual(resolved, {
		kind: 'simulate',
		options: {
			scenario: 'calm', instances: 3, seed: undefined, port: 8080,
		},
	});
	const {sources, names, hasBell} = await monitorOf({toml, switches: ['demo']});
	assert.deepEqual([sources[0], names, hasBell], [{kind: 'demo', simulation: {scenario: 'calm', instances: 3, seed: undefined}}, [], true]);
});

test('unknown keys are warnings that name the nearest, and the rest is used', async () => {
	const {config, resolved} = await configure({
		environment: {RYZE_TOKEN: 'abc'},
		toml: 'intervall = "7s"\nbell = true\nzzz = 1\nRYZE_TOKEN = "s3cret"\nhelp = true\n[prod]\n[profiles.eu]\nprofile = "eu"\nsorty = 1\n"\\u001B[31m" = 1\n',
	});
	assert.equal(resolved.kind === 'monitor' && resolved.options.hasBell, true);
	assert.deepEqual(config.warnings.map(warning => warning.replace('~/.config/ryzetop/config.toml, ', '')), [
		'line 1: There is no setting "intervall". Did you mean interval?',
		'line 3: There is no setting "zzz". ryzetop config lists all there are.',
		'line 4: "RYZE_TOKEN" is not used: a secret does not stand in this file. Name a token_file, or a token_command that prints the token.',
		'line 5: help is not used: it is for the command line alone.',
		'line 6: There is no setting "prod". A profile of that name begins with [profiles.prod].',
		'line 8: profile in profiles.eu is not used: it belongs at the top of the file.',
		'line 9: There is no setting "sorty" in profiles.eu. Did you mean sort?',
		'line 10: There is no setting "␛[31m" in profiles.eu. ryzetop config lists all there are.',
	]);
});

test('a config with ten mistakes lists ten', async () => {
	const toml = [
		'url = "example.com"',
		'interval = "0.2s"',
		'timeout = "99h"',
		'instance = ","',
		'columns = ["nam"]',
		'sort = "sinc"',
		'bell = "yes"',
		'ascii = 1',
		'token_command = "pass show ryze"',
		'profiles = 3',
	].join('\n');
	const problems = await problemsOf({toml, environment: {RYZE_TOKEN: 'abc'}});
	assert.equal(problems.length, 10, problems.join('\n'));
	for (const [index, key] of ['url', 'interval', 'timeout', 'instance', 'columns', 'sort', 'bell', 'ascii', 'token_command', 'profiles'].entries()) {
		assert.ok(problems[index]?.startsWith(`~/.config/ryzetop/config.toml, line ${index + 1}: ${key}: `), key);
	}
});

test('mistakes in all tables come in the order of their lines, after those of the command line', async () => {
	const toml = [
		'',
		'[[command]]',
		'name = "a"',
		'run = "ls"',
		'[profiles."a shop"]',
		'interval = "1x"',
		'palette = true',
		'[keys]',
		'"sort.nxt" = ["s"]',
		'[[view]]',
		'name = "b"',
		'sort = "nam"',
		'[profiles]',
		'other = {bell = "yes"}',
		'third = 1',
	].join('\n');
	const problems = await problemsOf({toml, values: {profile: 'a shop', timeout: '1x'}, environment: {RYZE_TOKEN: 'abc'}});
	assert.deepEqual(problems.map(problem => problem.replace(/^~\/\.config\/ryzetop\/config\.toml/v, 'config').replace(/^(?<place>config.*?: .*?): .*$/v, '$<place>')), [
		'--timeout: "1x" is no length of time. Give a number and a unit, such as 5s, 500ms or 1m; a number alone is seconds.',
		'config, line 4: command.run',
		'config, line 6: profiles."a shop".interval',
		'config, line 7: profiles."a shop".palette',
		'config, line 9: keys."sort.nxt"',
		'config, line 12: view.sort',
		'config, line 14: profiles.other.bell',
		'config, line 15: profiles.third',
	]);
	assert.ok(problems.includes('~/.config/ryzetop/config.toml, line 7: profiles."a shop".palette: It must be one of these, in quotes: terminal, blue, mono.'));
});

test('a mistake in a profile names the profile', async () => {
	const problems = await problemsOf({toml: '[profiles.eu]\ninterval = "1x"\nbell = 2\n', values: {profile: 'eu'}, environment: {RYZE_TOKEN: 'abc'}});
	assert.deepEqual(problems, [
		'~/.config/ryzetop/config.toml, line 2: profiles.eu.interval: "1x" is no length of time. Give a number and a unit, such as 5s, 500ms or 1m; a number alone is seconds.',
		'~/.config/ryzetop/config.toml, line 3: profiles.eu.bell: It is on or off: write true or false, without quotes.',
	]);
});

test('a file that cannot be used is the only problem, with its place', async () => {
	const file = '~/.config/ryzetop/config.toml';
	for (const [found, problem] of [
		[{kind: 'failure', code: 'EACCES'}, `${file}: This user may not read it. Change its owner or its permissions, or give another file with --config.`],
		[{kind: 'failure', code: 'EISDIR'}, `${file}: It is a directory. Give the path of a file.`],
		[{kind: 'failure', code: 'EIO'}, `${file}: It cannot be read (EIO).`],
		[{kind: 'too-large'}, `${file}: It is too large for a config file.`],
		[holding('bell = true\nurl = https://s3cret\u{1B}[31m\n'), `${file}, line 2, column 7: There is no value that TOML knows. A text, such as "5s", stands in quotes.`],
	] as const) {
		// eslint-disable-next-line no-await-in-loop -- one case after the other
		assert.deepEqual(await problemsOf({found}), [problem]);
	}
});

test('a file that others can write is warned about, and one that they can read alone is not', async () => {
	const warningsOf = async (mode: number) => {
		const {config} = await configure({found: holding('bell = true', mode), environment: {RYZE_TOKEN: 'abc'}});
		return config.warnings;
	};

	assert.deepEqual(await warningsOf(0o644), []);
	for (const mode of [0o664, 0o622, 0o602]) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		assert.deepEqual(await warningsOf(mode), [`Others can write the config file ~/.config/ryzetop/config.toml (mode ${mode.toString(8)}), and name commands in it. chmod go-w keeps them out.`]);
	}
});

test('a profile that was asked for says where the environment comes before it', async () => {
	const toml = '[profiles.prod]\nurl = "https://prod.example"\ntoken_command = ["pass"]\n';
	const {config} = await configure({toml, values: {profile: 'prod'}, environment: {RYZE_TOKEN: 'abc', RYZE_URL: 'https://env.example'}});
	assert.deepEqual(config.warnings, [
		'RYZE_URL is set, and comes before the url of profile prod.',
		'RYZE_TOKEN is set, and comes before the token of profile prod.',
	]);
	const second = await configure({
		toml,
		values: {profile: 'prod'},
		environment: {RYZE_ACCOUNT_TOKEN_FILE: 'good', RYZE_BASE: 'https://env.example'},
		readTokenFile: async () => ({kind: 'problem', problem: 'There is no such file.'}),
	});
	assert.deepEqual(second.config.warnings.map(warning => /^\w+/v.exec(warning)?.[0]), ['RYZE_BASE', 'RYZE_ACCOUNT_TOKEN_FILE']);
	const demo = await configure({
		toml, values: {profile: 'prod'}, switches: ['demo'], environment: {RYZE_TOKEN: 'abc'},
	});
	assert.deepEqual(demo.config.warnings, []);
});

test('help, the version, completion and config init do not look at the file', async () => {
	for (const situation of [{switches: ['help']}, {switches: ['version']}, {command: 'completion', words: ['bash']}, {command: 'config', words: ['init']}] as const) {
		// eslint-disable-next-line no-await-in-loop -- one case after the other
		assert.deepEqual((await configure({...situation, toml: 'broken'})).asked, []);
	}

	assert.equal((await configure({command: 'completion', words: ['names'], toml: ''})).asked.length, 1, 'the file may say where the memory is');
});

test('every option but those of the command line alone can be set', async () => {
	const names = new Set(listConfigurable().map(([name]) => name));
	for (const name of ['help', 'version', 'config', 'demo'] as const) {
		assert.ok(!names.has(name), name);
	}

	const toml = listConfigurable().filter(([name]) => name !== 'profile').map(([name, {kind, default: usual, example}]) => `${name.replaceAll('-', '_')} = ${kind === 'switch' ? 'true' : JSON.stringify(usual ?? example ?? 'x')}`).join('\n');
	const {config} = await configure({toml, switches: ['demo']});
	assert.deepEqual([config.problems, config.warnings], [[], []]);
	assert.deepEqual(new Set([...config.layers[0]?.texts.keys() ?? [], ...config.layers[0]?.switches.keys() ?? [], 'profile']), names);
});
