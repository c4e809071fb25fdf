import assert from 'node:assert/strict';
import {chmodSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {readTokenFile} from '../../../../source/config/token/token-file.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';
import {changeEnvironment} from '../../../helpers/change-environment.js';

const folder = freshFolder();

const make = (name: string, text: string | Uint8Array, mode = 0o600) => {
	const file = path.join(folder, name);
	writeFileSync(file, text);
	chmodSync(file, mode);
	return file;
};

const problemOf = async (file: string) => {
	const found = await readTokenFile(file);
	return found.kind === 'problem' ? found.problem : undefined;
};

test('a file gives its text as it stands, and can be read again', async () => {
	const file = make('token', 'abc\r\n');
	const expected = {
		kind: 'text', text: 'abc\r\n', sharedMode: undefined, isLasting: true,
	};
	assert.deepEqual(await readTokenFile(file), expected);
	symlinkSync(file, path.join(folder, 'link'));
	assert.deepEqual(await readTokenFile(path.join(folder, 'link')), expected);
});

test('a file that others may read or write tells its mode', async () => {
	for (const mode of [0o640, 0o604, 0o620, 0o644]) {
		// eslint-disable-next-line no-await-in-loop -- one file after the other
		const found = await readTokenFile(make('token', 'abc', mode));
		assert.strictEqual(found.kind, 'text');
		assert.equal(found.sharedMode, mode);
	}
});

test('a missing file and a directory are told apart', async () => {
	assert.match(await problemOf(path.join(folder, 'none')) ?? '', /^There is no such file/v);
	assert.match(await problemOf(path.join(make('token', 'abc'), 'below')) ?? '', /^There is no such file/v);
	assert.match(await problemOf(folder) ?? '', /^It is a directory/v);
	assert.match(await problemOf(path.join(folder, 'x'.repeat(300))) ?? '', /^It cannot be read \(ENAMETOOLONG\)/v);
});

test('a file that may not be read is answered with what to change', {skip: process.getuid?.() === 0 ? 'root may read everything' : false}, async () => {
	assert.match(await problemOf(make('token', 'abc', 0o000)) ?? '', /^This user may not read it/v);
});

test('a file without an end is given up on, and one of the largest size is not', async () => {
	assert.match(await problemOf('/dev/zero') ?? '', /^It is too large/v);
	assert.match(await problemOf(make('large', 'x'.repeat(16_385))) ?? '', /^It is too large/v);
	assert.equal(await problemOf(make('largest', 'x'.repeat(16_384))), undefined);
});

test('bytes that are no text do not fail the reading', async () => {
	const found = await readTokenFile(make('token', new Uint8Array([0xFF, 0xFE, 0x61])));
	assert.strictEqual(found.kind, 'text');
	assert.equal(found.text.at(-1), 'a');
});

test('a path below ~ is looked for at home', async t => {
	changeEnvironment(t)('HOME', folder);
	make('token', 'abc');
	assert.deepEqual(await readTokenFile('~/token'), {
		kind: 'text', text: 'abc', sharedMode: undefined, isLasting: true,
	});
});
