import assert from 'node:assert/strict';
import {test} from 'node:test';
import {tryNames} from '../../../helpers/custom/try-names.js';
import {startForNames} from '../../custom/stand-in.js';

test('whatever 100,000 hostile names try, a command gets what was configured, with each name as one whole argument', () => {
	assert.ok(tryNames(100_000) > 50_000);
});

test('a program that is started gets each of 500 hostile names whole', async () => {
	assert.ok(await startForNames(500) > 250);
});
