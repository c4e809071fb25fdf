import assert from 'node:assert/strict';
import {test} from 'node:test';
import {takeForeignVariables} from '../../../source/process/foreign-variables.js';

test('variables that are meant for other programs are taken out, and kept for the programs that are started', () => {
	const environment: NodeJS.ProcessEnv = {HOME: '/home/ana', DEV: 'true', INK_SCREEN_READER: 'true'};
	assert.deepEqual(takeForeignVariables(environment), {DEV: 'true', INK_SCREEN_READER: 'true'});
	assert.deepEqual(environment, {HOME: '/home/ana'});
});
