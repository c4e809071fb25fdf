import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createClockTime} from '../../../../source/core/text/clock-time.js';
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

test('a range leaves out what its ends share, and has dates where it is not of today', () => {
	const today = Date.UTC(2026, 2, 3);
	const second = 1000;
	const hour = 60 * 60 * second;
	const at = (hours: number, minutes: number, seconds: number) => today + (((hours * 60) + minutes) * 60 * second) + (seconds * second);
	const ranges: ReadonlyArray<readonly [from: number, to: number, expected: string]> = [
		[at(20, 51, 30), at(20, 51, 50), '20:51:30–50'],
		[at(20, 51, 50), at(20, 52, 10), '20:51:50–52:10'],
		[at(20, 59, 50), at(21, 0, 10), '20:59:50–21:00:10'],
		[at(20, 51, 30), at(20, 51, 30) + 400, '20:51:30'],
		[at(-1, 59, 50), at(0, 0, 10), '23:59:50–00:00:10'],
		[at(-3, 51, 30), at(-3, 51, 50), '03-02 21:51:30–50'],
		[at(-24, 0, -10), at(-24, 0, 10), '03-01 23:59:50–00:00:10'],
		[at(-30, 0, 0), at(1, 0, 0), '03-01 18:00:00–01:00:00'],
		[at(-24, 0, 0) - (70 * 24 * hour), at(-24, 0, 0) - (70 * 24 * hour) + (5 * second), '2025-12-22 00:00:00–05'],
	];
	assert.deepEqual(ranges.map(([from, to]) => utc.range(from, to, at(22, 0, 0))), ranges.map(range => range[2]));
});

test('a range over the hour that comes twice has its whole end', () => {
	const twice = createClockTime(at => ({
		year: 2026, month: 10, day: 25, hour: 2, minute: Math.floor(at / 60_000) % 60, second: Math.floor(at / 1000) % 60,
	}));
	assert.equal(twice.range(0, (60 * 60_000) + 20_000, 0), '02:00:00–02:00:20');
	assert.equal(twice.range(0, 20_000, 0), '02:00:00–20');
});
