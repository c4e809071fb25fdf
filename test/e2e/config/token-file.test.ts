import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {readTokenFile} from '../../../source/config/token/token-file.js';
import {freshFolder} from '../../helpers/fresh-folder.js';

test('a pipe is read to its end, and known to give its text only once', {skip: process.platform === 'win32' ? 'needs mkfifo' : false}, async () => {
	const file = path.join(freshFolder(), 'pipe');
	execFileSync('mkfifo', [file]);
	const writer = spawn('sh', ['-c', String.raw`{ printf ab; printf "cd\n"; } > "$1"`, 'sh', file], {stdio: 'ignore'});
	const ended = once(writer, 'exit');
	assert.deepEqual(await readTokenFile(file), {
		kind: 'text', text: 'abcd\n', sharedMode: undefined, isLasting: false,
	});
	assert.deepEqual(await ended, [0, null]);
});
