import assert from 'node:assert/strict';
import {test} from 'node:test';
import {resolve} from '../../../../source/config/resolve.js';
import {parseArguments} from '../../../../source/cli/parse-arguments.js';

const decide = async (...argv: readonly string[]) => resolve(parseArguments(argv), {RYZE_TOKEN: 'abc'}, {
	readTokenFile: async () => assert.fail('No file was to be read.'),
	readInput: async () => ({
		kind: 'text', text: 'from-input\n', sharedMode: undefined, isLasting: false,
	}),
	scenarioNames: async () => ['calm'],
});

const optionsOf = async (...argv: readonly string[]) => {
	const resolved = await decide(...argv);
	assert.strictEqual(resolved.kind, 'text', JSON.stringify(resolved));
	return resolved.options;
};

const problemsOf = async (...argv: readonly string[]) => {
	const resolved = await decide(...argv);
	assert.strictEqual(resolved.kind, 'misuse', resolved.kind);
	return resolved.problems;
};

test('list has the usual columns but the time that one look cannot tell, and changes to those', async () => {
	const usual = await optionsOf('list');
	assert.deepEqual(usual.command === 'list' && [usual.format, usual.columns.map(({id}) => id)], ['table', ['state', 'name', 'account', 'number', 'do', 'integrations', 'why', 'up24h', 'profile']]);
	const changed = await optionsOf('list', '--columns', '-state,+since');
	assert.deepEqual(changed.command === 'list' && changed.columns.map(({id}) => id), ['name', 'account', 'number', 'do', 'integrations', 'why', 'up24h', 'profile', 'since']);
});

test('an option that a format has no use for is misuse', async () => {
	for (const [argv, problem] of [
		[['--output', 'json', '--columns', 'name'], '--columns is of no use with --output json: it has no columns. Leave it out, or take --output table or csv.'],
		[['--output', 'csv', '--rules'], '--rules is of no use with --output csv: only a table has rules. Leave it out, or take --output table.'],
		[['--show-secrets'], '--show-secrets is of no use with --output table: it holds none. Leave it out, or take --output json or ndjson or csv.'],
		[['--output', 'prometheus', '--ascii'], '--ascii is of no use with --output prometheus: it draws no signs. Leave it out, or take --output table.'],
		[['--output', 'jsn'], '--output: There is no "jsn". Did you mean json? Give one of table, json, ndjson, csv, prometheus.'],
	] as const) {
		assert.deepEqual(await problemsOf('list', ...argv), [problem]); // eslint-disable-line no-await-in-loop -- one after the other
	}
});

test('a filter that cannot be used is misuse: a script would go on with more than it asked for', async () => {
	for (const command of ['list', 'watch', 'check']) {
		assert.deepEqual(await problemsOf(command, 'stat:disconnected', 'sales'), ['The filter "stat:disconnected" cannot be used: is it state?']); // eslint-disable-line no-await-in-loop -- one after the other
	}
});

test('wait takes one name, a state however it is spelled, and a time', async () => {
	const read = async (...argv: readonly string[]) => {
		const options = await optionsOf('wait', 'sales', ...argv);
		return options.command === 'wait' ? options : assert.fail();
	};

	const {names, wanted, within, interval, isAbsenceAllowed} = await read();
	assert.deepEqual([names, wanted.kind, within, interval, isAbsenceAllowed], [['sales'], 'connected', 120_000, 5000, false]);
	assert.equal((await read('--for', 'logged out')).wanted.kind, 'loggedout');
	assert.deepEqual((await read('--for', 'qr')).wanted, {kind: 'other', text: 'qr'});
	assert.deepEqual((await read('--for', 'other')).wanted, {kind: 'other', text: ''});
	assert.deepEqual(await problemsOf('wait', 'sales', '--for', 'conected'), ['--for: There is no state "conected". Did you mean connected?']);
	assert.deepEqual(await problemsOf('wait'), ['Which instance? Give its name: ryzetop wait NAME.']);
	assert.deepEqual(await problemsOf('wait', 'a', 'b'), ['"b" is too much: ryzetop wait takes one name. Quote a name that has spaces.']);
	assert.deepEqual(await problemsOf('wait', 'a,b'), ['"a,b" cannot be asked for: the API\'s filter takes a comma for the end of a name.']);
	assert.deepEqual(await problemsOf('wait', 'a', '--within', '0'), ['--within: "0" is too short. 1s is the least.']);
});

test('check alerts above none if nothing else is said, and reads ranges', async () => {
	const options = await optionsOf('check');
	assert.deepEqual(options.command === 'check' && [options.warning, options.critical, options.stale], [{
		from: 0, to: 0, isInside: false, isShare: false,
	}, undefined, 0]);
	const [problem, ...more] = await problemsOf('check', '--critical', 'many');
	assert.match(problem ?? '', /^--critical: "many" is no range\./v);
	assert.deepEqual(more, []);
});

test('the token may come from standard input, but not for the monitor, whose keys come from there', async () => {
	const {sources} = await optionsOf('list', '--token-file', '-');
	assert.strictEqual(sources[0].kind, 'account');
	assert.deepEqual(await problemsOf('--token-file', '-'), ['--token-file: The monitor needs standard input for its keys. Give the path of a file that holds the token.']);
});

test('a command says of another one\'s option that it has no use for it', async () => {
	assert.deepEqual(await problemsOf('watch', '--output', 'json'), ['--output is of no use to ryzetop watch. Leave it out.']);
	assert.deepEqual(await problemsOf('wait', 'a', '--instance', 'b'), ['--instance is of no use to ryzetop wait. Leave it out.']);
	assert.deepEqual(await problemsOf('--output', 'json'), ['--output is an option of ryzetop list and ryzetop events and ryzetop report. Leave it out, or put list before it.']);
	assert.deepEqual(await problemsOf('list', '--scenario', 'calm'), ['--scenario is about the simulated account: it needs --demo.']);
});
