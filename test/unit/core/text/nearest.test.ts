import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findNearest} from '../../../../source/core/text/nearest.js';

const known = ['url', 'token-file', 'instance', 'instances', 'interval', 'demo', 'no-color'];

test('a name with a slip in it is near: a letter too many, too few, wrong, swapped, or in the wrong case', () => {
	for (const [typed, name] of [
		['demoo', 'demo'],
		['dmo', 'demo'],
		['dimo', 'demo'],
		['dmeo', 'demo'],
		['DEMO', 'demo'],
		['tokenFile', 'token-file'],
		['intreval', 'interval'],
		['nocolour', 'no-color'],
	] as const) {
		assert.equal(findNearest(typed, known), name, typed);
	}
});

test('the nearest is taken, and the first of equally near ones', () => {
	assert.equal(findNearest('instancess', known), 'instances');
	assert.equal(findNearest('instnce', known), 'instance');
	assert.equal(findNearest('ac', ['ab', 'ad']), 'ab');
});

test('a name that is far from all is near to none', () => {
	for (const typed of ['', 'token', 'xyz', 'dxyo', 'h', 'sales', 'instance-filter']) {
		assert.equal(findNearest(typed, known), undefined, typed);
	}

	assert.equal(findNearest('demo', []), undefined);
});
