import assert from 'node:assert/strict';
import {
	chmodSync,
	existsSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {makeFolder} from '../../../../source/process/folders/make-folder.js';
import {freshFolder} from '../../../helpers/fresh-folder.js';

test('a folder and those above it are made for their owner alone, and one that is there stays as it is', async () => {
	const folder = path.join(freshFolder(), 'one', 'two');
	await makeFolder(folder);
	assert.deepEqual([path.dirname(folder), folder].map(each => statSync(each).mode % 0o1000), [0o700, 0o700]);
	chmodSync(folder, 0o750);
	await makeFolder(folder);
	assert.equal(statSync(folder).mode % 0o1000, 0o750);
});

test('a folder below a file cannot be made', async () => {
	const file = path.join(freshFolder(), 'file');
	writeFileSync(file, '');
	await assert.rejects(makeFolder(path.join(file, 'below')), {code: 'ENOTDIR'});
	await assert.rejects(makeFolder(file), {code: 'EEXIST'});
});

test('a folder that takes no others is told at once', {skip: existsSync('/proc/self') && process.platform === 'linux' ? false : 'needs /proc'}, async () => {
	await assert.rejects(makeFolder('/proc/none/ryzetop'), {code: 'ENOENT'});
});
