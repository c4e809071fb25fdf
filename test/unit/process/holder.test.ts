import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import test from 'node:test';
import {isHolderGone, ownHolder} from '../../../source/process/holder.js';

test('this process is there, and one whose id was used again is gone', () => {
	const own = ownHolder();
	assert.ok(!isHolderGone(own));
	const [machine = '', id = '', start = ''] = own.split(' ', 3);
	assert.equal(id, String(process.pid));
	assert.equal(isHolderGone(`${machine} ${id} ${Number(start) - 1}`), start !== '-');
});

test('a process that has ended is gone, and of another machine nothing is known', async () => {
	const child = spawn(process.execPath, ['-e', '']);
	const [machine = ''] = ownHolder().split(' ', 1);
	const holder = `${machine} ${child.pid ?? 0} 1`;
	await once(child, 'exit');
	assert.ok(isHolderGone(holder));
	assert.ok(!isHolderGone(holder.replace(machine, 'another-machine')));
});

test('what is no name of a process is no process that is gone', () => {
	const [machine = ''] = ownHolder().split(' ', 1);
	for (const holder of ['', machine, `${machine} 0 1`, `${machine} x 1`, `${machine} -1 1`]) {
		assert.ok(!isHolderGone(holder), holder);
	}
});
