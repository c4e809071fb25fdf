import assert from 'node:assert/strict';
import {test} from 'node:test';
import {utc} from '../../../helpers/utc.js';

test('a time is written with two digits a part, with the date where there is room for it', () => {
	const at = Date.UTC(2026, 3, 8, 1, 30, 5);
	assert.equal(utc.stamp(at), '2026-04-08 01:30:05');
	assert.equal(utc.clock(at), '01:30:05');
	assert.equal(utc.stamp(Date.UTC(2026, 0, 1)), '2026-01-01 00:00:00');
});

test('a time is spoken with its weekday for six days, and with its date before that', () => {
	const now = Date.UTC(2026, 2, 3, 9); // A Tuesday.
	const hour = 60 * 60_000;
	assert.deepEqual(
		[0, 8, 9.5, 24, (6 * 24) + 9, (6 * 24) + 9.5, 62 * 24, -48].map(hours => utc.spoken(now - (hours * hour), now)),
		['09:00', '01:00', 'Mon 23:30', 'Mon 09:00', 'Wed 00:00', '02-24 23:30', '2025-12-31 09:00', '03-05 09:00'],
	);
});
