import assert from 'node:assert/strict';
import {existsSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {makeFolder} from '../../../source/process/make-folder.js';
import {freshFolder} from '../../helpers/fresh-folder.js';

test('a folder is made with those above it, its owner\'s alone, and one that is there is left', () => {
	const top = freshFolder();
	const folder = path.join(top, 'a/b/c');
	makeFolder(folder);
	makeFolder(folder);
	assert.deepEqual(['a', 'a/b', 'a/b/c'].map(name => statSync(path.join(top, name)).mode % 0o1000), [0o700, 0o700, 0o700]);
});

test('a file in the way is an error', () => {
	const file = path.join(freshFolder(), 'file');
	writeFileSync(file, '');
	assert.throws(() => {
		makeFolder(path.join(file, 'below'));
	}, {code: 'ENOTDIR'});
	assert.throws(() => {
		makeFolder(file);
	}, {code: 'EEXIST'});
});

test('a folder that can never be made is an error, and not tried for ever', {skip: !existsSync('/proc/self')}, () => {
	assert.throws(() => {
		makeFolder('/proc/none/such');
	}, {code: 'ENOENT'});
});
