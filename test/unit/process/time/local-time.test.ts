import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createClockTime} from '../../../../source/core/text/clock-time.js';
import {localTime} from '../../../../source/process/time/local-time.js';
import {changeEnvironment} from '../../../helpers/change-environment.js';

for (const [zone, at, stamp] of [
	['UTC', Date.UTC(2026, 3, 28, 1, 30, 5), '2026-04-28 01:30:05'],
	['America/Sao_Paulo', Date.UTC(2026, 3, 28, 1, 30, 5), '2026-04-27 22:30:05'],
	['Asia/Kathmandu', Date.UTC(2026, 3, 28, 1, 30, 5), '2026-04-28 07:15:05'],
	['Europe/Berlin', Date.UTC(2026, 2, 29, 0, 59, 59), '2026-03-29 01:59:59'],
	['Europe/Berlin', Date.UTC(2026, 2, 29, 1), '2026-03-29 03:00:00'],
] as const) {
	test(`times are those of the system's zone, summer time included: ${stamp} in ${zone}`, t => {
		changeEnvironment(t)('TZ', zone);
		assert.equal(createClockTime(localTime).stamp(at), stamp);
	});
}
