import assert from 'node:assert/strict';
import {test} from 'node:test';
import {utc} from '../../../helpers/utc.js';

test('a time is written with two digits a part, with the date where there is room for it', () => {
	const at = Date.UTC(2026, 3, 8, 1, 30, 5);
	assert.equal(utc.stamp(at), '2026-04-08 01:30:05');
	assert.equal(utc.clock(at), '01:30:05');
	assert.equal(utc.stamp(Date.UTC(2026, 0, 1)), '2026-01-01 00:00:00');
});
