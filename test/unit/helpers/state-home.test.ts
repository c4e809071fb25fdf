import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {environmentFor} from '../../e2e/running.js';
import {cleanEnvironment} from '../../helpers/pty/processes.js';

test('each program that a test starts has an empty state folder of its own', () => {
	const homes = [cleanEnvironment(), cleanEnvironment(), environmentFor({}), environmentFor({})].map(environment => environment.XDG_STATE_HOME ?? '');

	assert.equal(new Set(homes).size, homes.length);
	assert.deepEqual(homes.filter(home => !path.isAbsolute(home) || existsSync(home)), []);
});

test('a test gives its programs a state folder by the variable', () => {
	assert.equal(environmentFor({env: {XDG_STATE_HOME: '/mine'}}).XDG_STATE_HOME, '/mine');
});
