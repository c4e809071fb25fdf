import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import process from 'node:process';
import test from 'node:test';
import {limitHeap} from '../../../../source/process/start/limit-heap.js';

/** The names of the flags that are set. */
function flagsOf(isServing: boolean): readonly string[] {
	const flags: string[] = [];
	limitHeap({
		setFlagsFromString(flag) {
			flags.push(flag.replace(/=.*/v, ''));
		},
	}, isServing);
	return flags;
}

test('what serves has a limit of the old part of the heap too, and V8 knows the flags: it says nothing of one that it does not know', () => {
	const always = ['--semi-space-growth-factor', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];
	assert.deepEqual([flagsOf(false), flagsOf(true)], [always, [...always, '--heap-growing-percent']]);
	const known = execFileSync(process.execPath, ['--v8-options'], {encoding: 'utf8'});
	assert.deepEqual(flagsOf(true).filter(flag => !known.includes(`${flag.replace('--no-', '--')} `)), []);
});
