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
import {makeFolder} from '../../../source/process/make-folder.js';
import {freshFolder} from '../../helpers/fresh-folder.js';

test('a folder and those above it are made for their owner alone, and one that is there stays as it is', () => {
	const folder = path.join(freshFolder(), 'one', 'two');
	makeFolder(folder);
	assert.deepEqual([path.dirname(folder), folder].map(each => statSync(each).mode % 0o1000), [0o700, 0o700]);
	chmodSync(folder, 0o750);
	makeFolder(folder);
	assert.equal(statSync(folder).mode % 0o1000, 0o750);
});

test('a folder below a file cannot be made', () => {
	const file = path.join(freshFolder(), 'file');
	writeFileSync(file, '');
	assert.throws(() => {
		makeFolder(path.join(file, 'below'));
	}, {code: 'ENOTDIR'});
	assert.throws(() => {
		makeFolder(file);
	}, {code: 'EEXIST'});
});

test('a folder that takes no others is told at once', {skip: existsSync('/proc/self') && process.platform === 'linux' ? false : 'needs /proc'}, () => {
	assert.throws(() => {
		makeFolder('/proc/none/ryzetop');
	}, {code: 'ENOENT'});
});
