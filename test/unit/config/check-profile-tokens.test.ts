import assert from 'node:assert/strict';
import {test} from 'node:test';
import {configure, type Situation} from './configuring.js';

/** Token files by their names: the path says what is wrong with one. */
const readTokenFile: Situation['readTokenFile'] = async file => {
	if (file.endsWith('missing')) {
		return {kind: 'problem', problem: 'There is no such file.', isMissing: true};
	}

	return {
		kind: 'text', text: file.endsWith('two') ? 's3cret\nhunter2' : 's3cret', sharedMode: file.endsWith('shared') ? 0o644 : undefined, isLasting: true,
	};
};

const tables = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([name, line]) => `[profiles.${name}]\n${line}\n`).join('');

const tell = async (situation: Situation) => {
	const {resolved} = await configure({command: 'config', readTokenFile, ...situation});
	return resolved.kind === 'settings' ? resolved : assert.fail(resolved.kind);
};

test('config says of each profile whose token file cannot be read what is wrong, and goes on', async () => {
	const toml = `profile = ["good", "gone"]\n${tables({
		good: 'token_file = "/good"',
		gone: 'token_file = "/missing"',
		unused: 'token_file = "/two"',
		open: 'token_file = "/shared"',
		asked: 'token_command = ["pass"]',
		none: 'interval = 5',
		typed: 'token_file = "-"',
	})}`;
	const {text, warnings} = await tell({toml});
	assert.deepEqual(warnings, [
		'~/.config/ryzetop/config.toml, line 5: profiles.gone.token_file "/missing": There is no such file.',
		'~/.config/ryzetop/config.toml, line 7: profiles.unused.token_file "/two": It holds more than a token: a space, a line break or a character that no token has. It must hold the token alone.',
		'The token file "/shared" is open to others (mode 644). chmod 600 makes it yours alone.',
	]);
	assert.match(text, /^good: token {2,}•+ {2,}token_file \/good, /mv);
	assert.match(text, /^gone: token {2,}- {2,}token_file \/missing, /mv);
	assert.doesNotMatch(text + warnings.join(''), /s3cret|hunter2/v);
});

test('config says of one of several profiles in force that has neither a token file nor a token command that nothing is sent for it', async () => {
	const {warnings} = await tell({toml: `profile = ["a", "b"]\n${tables({a: 'token_command = ["pass"]', b: ''})}`});
	assert.deepEqual(warnings, ['There is no token for profile b: beside other profiles it comes from a token_file or a token_command of its own.']);
});

test('where no profile in force has a token config ends as the monitor would', async () => {
	const {resolved} = await configure({command: 'config', readTokenFile, toml: `profile = ["a", "b"]\n${tables({a: 'token_file = "/missing"', b: '', c: 'token_file = "/good"'})}`});
	assert.equal(resolved.kind, 'misuse');
	assert.deepEqual(resolved.kind === 'misuse' ? resolved.problems.map(problem => /profiles?[ .](?<name>[abc])/v.exec(problem)?.groups?.name) : [], ['b', 'a']);
});

test('one profile alone is told of once', async () => {
	const {resolved} = await configure({
		command: 'config', readTokenFile, toml: tables({a: 'token_file = "/missing"'}), values: {profile: 'a'},
	});
	assert.deepEqual(resolved.kind === 'misuse' ? resolved.problems : [], ['~/.config/ryzetop/config.toml, line 2: profiles.a.token_file "/missing": There is no such file.']);
});
