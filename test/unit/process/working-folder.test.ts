import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keepWorkingFolder} from '../../../source/process/working-folder.js';

const removed = (PWD?: string) => ({
	cwd(): string {
		throw new Error('uv_cwd');
	},
	env: {PWD},
});

test('a working folder that was removed is known by the path that the shell tells, or else is the root', () => {
	for (const [told, folder] of [['/home/someone/removed', '/home/someone/removed'], [undefined, '/'], ['', '/'], ['relative', '/']] as const) {
		const process = removed(told);
		keepWorkingFolder(process);
		assert.equal(process.cwd(), folder);
	}
});

test('a working folder that is there stays the one it is', () => {
	const cwd = () => '/somewhere';
	const process = {cwd, env: {PWD: '/elsewhere'}};
	keepWorkingFolder(process);
	assert.equal(process.cwd, cwd);
});
