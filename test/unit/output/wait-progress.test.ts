import assert from 'node:assert/strict';
import test from 'node:test';
import {stateKind} from '../../../source/core/instance/instance.js';
import {cellWidth} from '../../../source/core/text/measure.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {describeProgress} from '../../../source/output/wait-progress.js';

test('the progress has exactly the cells it is given, and tells the state, the time passed and the time left', () => {
	const seen = {kind: 'seen', state: {kind: stateKind('connecting'), text: sanitize('connecting')}} as const;
	assert.equal(describeProgress(sanitize('sales'), seen, {elapsed: 12_400, left: 107_600, width: 60}).trimEnd(), 'sales: connecting, 12s elapsed, 1m 48s left');
	for (const width of [0, 1, 10, 79]) {
		assert.equal(cellWidth(describeProgress(sanitize('漢字'.repeat(20)), seen, {elapsed: 0, left: 1000, width})), width);
	}

	assert.match(describeProgress(sanitize('a'), {kind: 'absent'}, {elapsed: 0, left: 0, width: 60}), /^a: not in the account, 0s elapsed/v);
	assert.match(describeProgress(sanitize('a'), {kind: 'unknown', trouble: undefined}, {elapsed: 0, left: 0, width: 60}), /^a: asking, /v);
});

test('a progress that is cut says so', () => {
	assert.equal(describeProgress(sanitize('sales'), {kind: 'absent'}, {elapsed: 0, left: 0, width: 10}), 'sales: no~');
});
