import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createClockTime} from '../../source/core/clock-time.js';

test('a time is written in the zone that was asked for, with the date where there is room for it', () => {
	const at = Date.UTC(2026, 3, 28, 1, 30, 5);
	for (const [zone, stamp] of [
		['UTC', '2026-04-28 01:30:05'],
		['America/Sao_Paulo', '2026-04-27 22:30:05'],
		['Asia/Kathmandu', '2026-04-28 07:15:05'],
	] as const) {
		const time = createClockTime(zone);
		assert.equal(time.stamp(at), stamp, zone);
		assert.equal(time.clock(at), stamp.slice(11), zone);
	}
});

test('midnight begins the day, and summer time is kept', () => {
	assert.equal(createClockTime('UTC').stamp(Date.UTC(2026, 0, 1)), '2026-01-01 00:00:00');
	const berlin = createClockTime('Europe/Berlin');
	assert.equal(berlin.clock(Date.UTC(2026, 2, 29, 0, 59, 59)), '01:59:59');
	assert.equal(berlin.clock(Date.UTC(2026, 2, 29, 1)), '03:00:00');
});
