import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findToken} from '../../../../source/config/token/find.js';
import type {FoundOption} from '../../../../source/config/values/option-reader.js';
import type {TokenFile} from '../../../../source/config/token/token-file.js';
import {missingFile, usualSecret} from '../configuring.js';
import {reveal} from '../../../../source/core/text/secret.js';

const typed: FoundOption = {text: 'f', from: 'argument', place: '--token-file'};
const set: FoundOption = {text: 'f', from: 'environment', place: 'RYZE_TOKEN_FILE'};

const holds = (text: string, {sharedMode, isLasting = true}: {readonly sharedMode?: number; readonly isLasting?: boolean} = {}): TokenFile => ({
	kind: 'text', text, sharedMode, isLasting,
});

const look = async (file: FoundOption | undefined, environment: Readonly<Record<string, string>>, ...answers: readonly TokenFile[]) => {
	const queue = [...answers];
	return findToken(file, environment, async name => queue.shift() ?? (name === usualSecret ? missingFile : assert.fail('The file was not to be read.')));
};

test('a file named on the command line beats a variable, which beats a file named in one', async () => {
	for (const [file, environment, answers, expected] of [
		[typed, {RYZE_TOKEN: 'v'}, [holds('t\n')], 't'],
		[set, {RYZE_TOKEN: 'v'}, [], 'v'],
		[set, {}, [holds('t\n')], 't'],
		[undefined, {Token_Account: 'v'}, [], 'v'],
	] as const) {
		// eslint-disable-next-line no-await-in-loop -- one case after the other
		const found = await look(file, environment, ...answers);
		assert.strictEqual(found.kind, 'found');
		assert.equal(reveal(found.token.current()), expected);
		assert.equal(found.warning, undefined);
	}

	assert.deepEqual(await look(undefined, {}), {kind: 'none'});
});

test('a credential of systemd is the last place, and may be missing there', async () => {
	const environment = {CREDENTIALS_DIRECTORY: '/run/credentials/ryzetop.service'};
	const found = await look(undefined, environment, holds('c\n'), holds('c\n'));
	assert.strictEqual(found.kind, 'found');
	assert.equal(reveal(found.token.current()), 'c');
	assert.deepEqual(await look(undefined, environment, missingFile), {kind: 'none'});
	const other = await look(undefined, {...environment, RYZE_TOKEN: 'v'});
	assert.strictEqual(other.kind, 'found');
	assert.equal(reveal(other.token.current()), 'v');
});

test('a secret of a container comes after the credential, and what is there without a token is a problem', async () => {
	const environment = {CREDENTIALS_DIRECTORY: '/credentials'};
	const found = await look(undefined, environment, missingFile, holds('s\n'), holds('s\n'));
	assert.strictEqual(found.kind, 'found');
	assert.deepEqual([reveal(found.token.current()), found.place], ['s', 'the secret ryze_token']);
	const unreadable: TokenFile = {kind: 'problem', problem: 'This user may not read it.'};
	assert.deepEqual(await look(undefined, environment, unreadable, unreadable), {
		kind: 'problem', problem: 'the credential ryze-token "/credentials/ryze-token": This user may not read it.',
	});
});

test('a token file is read again when asked, and keeps its token while there is no better one', async () => {
	const found = await look(typed, {}, holds('a'), {kind: 'problem', problem: 'Gone.'}, holds(''), holds('b\n'));
	assert.strictEqual(found.kind, 'found');
	assert.deepEqual([await found.token.refresh(), await found.token.refresh()], [false, false]);
	assert.equal(reveal(found.token.current()), 'a');
	assert.equal(await found.token.refresh(), true);
	assert.equal(reveal(found.token.current()), 'b');
});

test('a pipe is not read again, which could wait for ever', async () => {
	const found = await look(typed, {}, holds('a', {isLasting: false}));
	assert.strictEqual(found.kind, 'found');
	assert.equal(await found.token.refresh(), false);
});

test('a problem names the place it comes from, and the file', async () => {
	for (const [file, environment, answers, problem] of [
		[typed, {}, [{kind: 'problem', problem: 'There is no such file.'}], '--token-file "f": There is no such file.'],
		[set, {}, [holds('\r\n')], 'RYZE_TOKEN_FILE "f": It is empty. It must hold the token.'],
		[{...typed, text: 'a\u{1B}[0m'}, {}, [holds('')], '--token-file "a␛[0m": It is empty. It must hold the token.'],
		[{...typed, text: '-'}, {}, [], '--token-file: The monitor needs standard input for its keys. Give the path of a file that holds the token.'],
	] as const) {
		// eslint-disable-next-line no-await-in-loop -- one case after the other
		assert.deepEqual(await look(file, environment, ...answers), {kind: 'problem', problem});
	}

	const found = await look(undefined, {Token_Account: 'two words'});
	assert.strictEqual(found.kind, 'problem');
	assert.ok(found.problem.startsWith('Token_Account: It holds more than a token'));
});

test('a file that is open to others is warned about', async () => {
	const found = await look(typed, {}, holds('a', {sharedMode: 0o644}));
	assert.strictEqual(found.kind, 'found');
	assert.equal(found.warning, 'The token file "f" is open to others (mode 644). chmod 600 makes it yours alone.');
});
