import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseMonth} from '../../../../source/cli/values/month.js';
import {spanOfReport} from '../../../../source/commands/memory/report-span.js';
import {parseTime} from '../../../../source/core/text/time/given-time.js';
import {zone} from '../../../helpers/history/zone.js';

const hour = 3_600_000;

type Typed = {readonly from?: string; readonly to?: string; readonly month?: string; readonly last?: number};

function spanOf({from, to, month, last}: Typed, timeZone: string, now = '2026-11-27T12:00:00Z') {
	const time = (text: string | undefined) => {
		const parsed = text === undefined ? undefined : parseTime(text, {hasLast: false});
		return parsed?.kind === 'value' ? parsed.value : undefined;
	};

	const parsed = month === undefined ? undefined : parseMonth(month);
	const {asked, asDays} = spanOfReport({
		from: time(from), to: time(to), last, month: parsed?.kind === 'value' ? parsed.value : undefined,
	}, {now: Date.parse(now), localTime: zone(timeZone)});
	const iso = (at: number) => new Date(at).toISOString().replace(':00.000Z', '');
	return {
		asked: `${iso(asked.from)} ${iso(asked.to)}`, hours: (asked.to - asked.from) / hour, asDays: `${iso(asDays.from)} ${iso(asDays.to)}`,
	};
}

test('a day of a report is one of the local calendar, be it of 23, 24 or 25 hours', () => {
	// The clocks of São Paulo left the first hour of this day out.
	assert.deepEqual(spanOf({from: '2018-11-04', to: '2018-11-05'}, 'America/Sao_Paulo'), {
		asked: '2018-11-04T03:00 2018-11-05T02:00', hours: 23, asDays: '2018-11-04T00:00 2018-11-05T00:00',
	});
	assert.equal(spanOf({from: '2018-02-17', to: '2018-02-18'}, 'America/Sao_Paulo').hours, 25);
	assert.equal(spanOf({from: '2026-03-29', to: '2026-03-30'}, 'Europe/Berlin').hours, 23);
	assert.equal(spanOf({from: '2026-10-25', to: '2026-10-26'}, 'Europe/Berlin').hours, 25);
	assert.equal(spanOf({from: '2026-10-24', to: '2026-10-25'}, 'Europe/Berlin').hours, 24);
});

test('a month begins and ends at local midnight, also where the clocks change in it, and at the end of a year', () => {
	assert.deepEqual(spanOf({month: '2026-10'}, 'Europe/Berlin'), {
		asked: '2026-09-30T22:00 2026-10-31T23:00', hours: (31 * 24) + 1, asDays: '2026-10-01T00:00 2026-11-01T00:00',
	});
	assert.deepEqual(spanOf({month: '2026-03'}, 'Europe/Berlin').hours, (31 * 24) - 1);
	assert.deepEqual(spanOf({month: '2018-11'}, 'America/Sao_Paulo').hours, (30 * 24) - 1);
	assert.equal(spanOf({month: '2025-12'}, 'America/Sao_Paulo').asked, '2025-12-01T03:00 2026-01-01T03:00');
	assert.deepEqual(spanOf({month: '2024-02'}, 'UTC').hours, 29 * 24);
	assert.deepEqual(spanOf({month: '2026-10'}, 'Pacific/Kiritimati'), {
		asked: '2026-09-30T10:00 2026-10-31T10:00', hours: 31 * 24, asDays: '2026-10-01T00:00 2026-11-01T00:00',
	});
});

test('a report is of the last thirty days unless told otherwise, and until now unless it is told when it ends', () => {
	assert.equal(spanOf({}, 'UTC').asked, '2026-10-28T12:00 2026-11-27T12:00');
	assert.equal(spanOf({last: 7 * 24 * hour}, 'UTC').asked, '2026-11-20T12:00 2026-11-27T12:00');
	assert.equal(spanOf({from: '2026-11-01'}, 'UTC').asked, '2026-11-01T00:00 2026-11-27T12:00');
	assert.equal(spanOf({to: '2026-11-01'}, 'UTC').asked, '2026-10-02T00:00 2026-11-01T00:00');
	assert.equal(spanOf({from: '2026-11-01', to: '2026-11-02 06:30'}, 'UTC').asDays, '2026-11-01T00:00 2026-11-03T00:00');
});

test('a month that is none is refused with an example', () => {
	for (const text of ['2026-13', '2026-00', '10-2026', '2026', 'October', '2026-10-01', '']) {
		const parsed = parseMonth(text);
		assert.ok(parsed.kind === 'problem' && parsed.problem.includes('such as 2026-10'), text);
	}
});
