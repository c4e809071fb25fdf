import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import process from 'node:process';
import test from 'node:test';
import {limitHeap} from '../../../../source/process/start/limit-heap.js';

test('V8 knows the flags that limit its heap: it says nothing of one that it does not know', () => {
	const flags: string[] = [];
	limitHeap({
		setFlagsFromString(flag) {
			flags.push(flag.replace(/=.*/v, '').replace('--no-', '--'));
		},
	});
	const known = execFileSync(process.execPath, ['--v8-options'], {encoding: 'utf8'});
	assert.equal(flags.length, 5);
	assert.deepEqual(flags.filter(flag => !known.includes(`${flag} `)), []);
});
