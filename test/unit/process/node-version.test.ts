import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeOldNode} from '../../../source/process/node-version.js';

test('Node 22.19 and all after it will do', () => {
	for (const version of ['22.19.0', '22.20.1', '23.0.0', '24.21.0', '100.0.0', '22.19.0-nightly']) {
		assert.equal(describeOldNode(version), undefined, version);
	}
});

test('an older Node is told what is needed and what it is', () => {
	for (const version of ['22.18.9', '22.9.0', '20.20.2', '8.0.0']) {
		assert.equal(describeOldNode(version), `ryzetop needs Node 22.19 or newer; this is v${version}.`);
	}
});
