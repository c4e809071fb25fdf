import assert from 'node:assert/strict';
import {test} from 'node:test';
import {reveal} from '../../../source/core/text/secret.js';
import type {AccountSource} from '../../../source/config/settings/monitor.js';
import {configure, problemsOf, type Situation} from './configuring.js';

const two = `profile = ["prod", "lab"]
interval = "7s"
[profiles.prod]
url = "https://prod.example"
token_file = "/prod"
[profiles.lab]
url = "https://lab.example"
token_file = "/lab"
interval = "30s"
instance = ["a", "b"]
`;

/** Each token file holds its own path, without the slash; one that is called missing does not exist. */
const readTokenFile: Situation['readTokenFile'] = async file => file.endsWith('missing')
	? {kind: 'problem', problem: 'There is no such file.'}
	: {
		kind: 'text', text: `token-of-${file.replace(/^.*\//v, '')}`, sharedMode: undefined, isLasting: true,
	};

const severalOf = async (situation: Situation) => {
	const {resolved, config} = await configure({readTokenFile, ...situation});
	assert.strictEqual(resolved.kind, 'monitor', resolved.kind === 'misuse' ? resolved.problems.join('\n') : resolved.kind);
	const sources = resolved.options.sources.map((source): AccountSource => source.kind === 'account' ? source : assert.fail());
	return {sources, warnings: [...config.warnings, ...resolved.warnings]};
};

const brief = ({profile, url, token, own}: AccountSource) => [profile, url, reveal(token.current()), own];

test('several profiles are accounts, each with its own address, token, instances and pace', async () => {
	for (const situation of [{toml: two}, {toml: two.replace(/^profile.*\n/v, ''), values: {profile: 'prod, lab'}}]) {
		const {sources, warnings} = await severalOf(situation); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual(sources.map(source => brief(source)), [
			['prod', 'https://prod.example', 'token-of-prod', {
				names: [], interval: 7000, timeout: 15_000, hasHealth: false,
			}],
			['lab', 'https://lab.example', 'token-of-lab', {
				names: ['a', 'b'], interval: 30_000, timeout: 15_000, hasHealth: false,
			}],
		]);
		assert.deepEqual(warnings, []);
	}

	const {sources} = await severalOf({toml: two, values: {interval: '2s'}});
	assert.deepEqual(sources.map(({own}) => own?.interval), [2000, 2000]);
});

test('a name in a list of the file is taken as it is, with a comma or a blank in it', async () => {
	const toml = 'profile = ["a,b", "end ", " c "]\n[profiles."a,b"]\ntoken_file = "/ab"\n[profiles."end "]\ntoken_file = "/end"\n[profiles.c]\ntoken_file = "/c"\n';
	const {sources} = await severalOf({toml});
	assert.deepEqual(sources.map(({profile}) => profile), ['a,b', 'end ', 'c']);
	const split = await problemsOf({toml: 'profile = ["a,b"]\n[profiles.a]\n[profiles.b]\n'});
	assert.deepEqual(split, ['~/.config/ryzetop/config.toml, line 1: profile: There is no profile "a,b". ~/.config/ryzetop/config.toml has a, b.']);
	assert.deepEqual(await problemsOf({toml: 'profile = ["", " "]\n', environment: {RYZE_TOKEN: 'abc'}}), [
		'~/.config/ryzetop/config.toml, line 1: profile: There is no profile ", ". ~/.config/ryzetop/config.toml has none.',
	]);
	assert.deepEqual(await problemsOf({toml: 'instance = ["sales", "a,b"]\n', environment: {RYZE_TOKEN: 'abc'}}), [
		'~/.config/ryzetop/config.toml, line 1: instance: "a,b" cannot be asked for: the API\'s filter takes a comma for the end of a name.',
	]);
});

test('what gives one token or one address beside several profiles is refused by name, all at once', async () => {
	const variables = {
		RYZE_TOKEN: 'a', Token_Account: 'b', RYZE_TOKEN_FILE: '/c', RYZE_ACCOUNT_TOKEN_FILE: '/d', RYZE_URL: 'https://d.example', RYZE_BASE: 'https://e.example',
	};
	const problems = await problemsOf({toml: two, environment: variables, values: {url: 'https://e.example', 'token-file': '/f', interval: '0'}});
	assert.deepEqual(problems.map(problem => /^[\w\-]+/v.exec(problem)?.[0]), [
		'--interval', 'RYZE_TOKEN', 'Token_Account', 'RYZE_TOKEN_FILE', 'RYZE_ACCOUNT_TOKEN_FILE', '--token-file', 'RYZE_URL', 'RYZE_BASE', '--url',
	]);
	assert.equal(problems[1], 'RYZE_TOKEN is set, and gives one token, while each of the profiles prod and lab has its own. Unset it, or name one profile.');
	// One profile alone is as ever.
	const {resolved} = await configure({
		toml: two, environment: {RYZE_TOKEN: 'a'}, values: {profile: 'prod'}, readTokenFile,
	});
	assert.equal(resolved.kind, 'monitor');
});

test('a long name of a profile is whole in what is watched, so that two that begin alike are two', async () => {
	const names = [...['a', 'b', '🚀'].map(end => `${'x'.repeat(60)}${end}`), '__proto__', 'prod/eu'];
	const tables = names.map(name => `[profiles.${JSON.stringify(name)}]\nurl = "https://prod.example"\ntoken_file = "/${encodeURI(name)}"\n`);
	const {sources, warnings} = await severalOf({toml: `profile = ${JSON.stringify(names)}\n${tables.join('')}`, readTokenFile: async file => readTokenFile(file.replace('__', ''))});
	assert.deepEqual([sources.map(({profile}) => profile), warnings], [names, []]);
});

test('a token comes from the table of its profile alone, and the profile without one is not asked', async () => {
	const top = 'token_file = "/top"\nurl = "https://top.example"\nprofile = "prod,lab,gone"\n';
	const {sources} = await severalOf({toml: `${top}[profiles.prod]\ntoken_file = "/prod"\n[profiles.lab]\n[profiles.gone]\ntoken_file = "/missing"\n`});
	assert.deepEqual(sources.map(({profile, url, token}) => [profile, url, reveal(token.current()), token.isMissing?.() === true]), [
		['prod', 'https://top.example', 'token-of-prod', false],
		['lab', 'https://top.example', '', true],
		['gone', 'https://top.example', '', true],
	]);
	assert.equal(sources[1]?.token.problem?.(), 'give its profile a token_file or a token_command of its own');
	assert.match(sources[2]?.token.problem?.() ?? '', /profiles\.gone\.token_file "\/missing": There is no such file\.$/v);
});

test('beside several profiles the usual places of a token are not even read', async () => {
	const read: string[] = [];
	const {sources} = await severalOf({
		toml: 'profile = ["prod", "lab"]\n[profiles.prod]\ntoken_file = "/prod"\n[profiles.lab]\n',
		environment: {CREDENTIALS_DIRECTORY: '/credentials'},
		async readTokenFile(file) {
			read.push(file);
			return readTokenFile(file);
		},
	});
	assert.deepEqual(sources.map(({token}) => reveal(token.current())), ['token-of-prod', '']);
	assert.deepEqual(read, ['/prod']);
	await sources[1]?.token.refresh();
	assert.deepEqual(read, ['/prod']);
});

test('a token that comes to be there later is found', async () => {
	let isThere = false;
	const {sources} = await severalOf({
		toml: two, readTokenFile: async file => file === '/lab' && !isThere ? {kind: 'problem', problem: 'There is no such file.'} : readTokenFile(file),
	});
	const token = sources[1]?.token ?? assert.fail();
	assert.equal(await token.refresh(), false);
	isThere = true;
	assert.equal(await token.refresh(), true);
	assert.deepEqual([token.isMissing?.(), reveal(token.current()), token.problem?.()], [false, 'token-of-lab', undefined]);
});

test('where no profile has a token, each is named', async () => {
	const problems = await problemsOf({toml: 'profile = ["a", "b"]\ntoken_file = "/top"\n[profiles.a]\n[profiles.b]\n'});
	assert.deepEqual(problems.map(problem => /for profile (?<name>\w)/v.exec(problem)?.groups?.name), ['a', 'b']);
});

test('the same account twice is said, and watched once with what either asks for', async () => {
	const twin = (more: string) => `profile = ["one", "two"]\n[profiles.one]\ntoken_file = "/t"\ninstance = "a"\n[profiles.two]\nurl = "https://ryzeapi.cloud/"\ntoken_file = "/t"\n${more}`;
	for (const [more, names] of [['instance = "b,a"\n', ['a', 'b']], ['', []]] as const) {
		const {sources, warnings} = await severalOf({toml: twin(more)}); // eslint-disable-line no-await-in-loop -- one after the other
		assert.deepEqual(sources.map(({profile, own}) => [profile, own?.names]), [['one', names]]);
		assert.deepEqual(warnings, ['The profiles one and two are one account: they have the same host and the same token. It is polled once, as one.']);
	}

	const repeated = await severalOf({toml: two, values: {profile: 'prod,lab,prod'}});
	assert.equal(repeated.sources.length, 2);
	assert.deepEqual(repeated.warnings, ['--profile: prod is named twice. It is watched once.']);
});

test('a profile that does not exist, and one with a wrong address, are named', async () => {
	assert.deepEqual(await problemsOf({toml: two, values: {profile: 'prdo,lab'}}), ['--profile: There is no profile "prdo". Did you mean prod? ~/.config/ryzetop/config.toml has prod, lab.']);
	const [problem, ...others] = await problemsOf({toml: two.replace('https://lab.example', 'lab.example')});
	assert.match(problem ?? '', /profiles\.lab\.url: "lab\.example" is no http or https address/v);
	assert.deepEqual(others, []);
});

test('what a profile says of more than its account does not count beside others, and is named', async () => {
	const {warnings} = await severalOf({toml: `${two}history = false\ncolumns = "name"\n`});
	assert.deepEqual(warnings.map(warning => /profiles\.lab\.(?<key>\w+) is not used/v.exec(warning)?.groups?.key), ['columns', 'history']);
});

test('the accounts of a memory are those of the profiles that are named, whatever the environment says', async () => {
	const urlsOf = async (situation: Situation) => {
		const {resolved} = await configure({
			command: 'events', toml: two, environment: {RYZE_URL: 'https://other.example'}, ...situation,
		});
		return resolved.kind === 'memory' ? resolved.options.source.urls : resolved;
	};

	assert.deepEqual(await urlsOf({values: {profile: 'prod,lab'}}), ['https://prod.example', 'https://lab.example']);
	assert.equal(await urlsOf({}), undefined);
	assert.deepEqual(await urlsOf({values: {url: 'https://one.example'}}), ['https://one.example']);
});

test('whether the server is asked how it is, each profile says for itself; of two that are one account either can', async () => {
	const healthOf = async (situation: Situation) => {
		const {sources} = await severalOf(situation);
		return sources.map(({profile, own}) => [profile, own?.hasHealth]);
	};

	const own = two.replace('[profiles.lab]', 'health = true\n[profiles.lab]');
	assert.deepEqual(await healthOf({toml: two}), [['prod', false], ['lab', false]]);
	assert.deepEqual(await healthOf({toml: own}), [['prod', true], ['lab', false]]);
	assert.deepEqual(await healthOf({toml: `health = true\n${two.replace('[profiles.lab]', '[profiles.lab]\nhealth = false')}`}), [['prod', true], ['lab', false]]);
	assert.deepEqual(await healthOf({toml: two, switches: ['health']}), [['prod', true], ['lab', true]]);
});
