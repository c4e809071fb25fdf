import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {isContinuedBy, parseTime} from '../../../../../source/core/text/time/given-time.js';
import {instantOf} from '../../../../../source/core/text/time/instant-of.js';
import {zone} from '../../../../helpers/history/zone.js';
import {tries} from '../../../../helpers/properties/tries.js';

const zones = {
	paulo: zone('America/Sao_Paulo'), york: zone('America/New_York'), kolkata: zone('Asia/Kolkata'), apia: zone('Pacific/Apia'),
} as const;

/** The time that a text means, in ISO 8601. It is Friday the 27th of November 2026, nine o'clock in São Paulo, unless told otherwise. */
function read(text: string, localTime = zones.paulo, now = '2026-11-27T12:00:00.000Z'): string {
	const parsed = parseTime(text, {hasLast: false});
	if (parsed.kind === 'problem') {
		return parsed.problem;
	}

	return parsed.value.kind === 'last' ? 'last' : new Date(instantOf(parsed.value, {now: Date.parse(now), localTime})).toISOString();
}

const meanings: ReadonlyArray<readonly [text: string, time: string]> = [
	['now', '2026-11-27T12:00:00.000Z'],
	['today', '2026-11-27T03:00:00.000Z'],
	['yesterday', '2026-11-26T03:00:00.000Z'],
	['yesterday 18:00', '2026-11-26T21:00:00.000Z'],
	['  Yesterday   18:00 ', '2026-11-26T21:00:00.000Z'],
	['today 18:00', '2026-11-27T21:00:00.000Z'],
	// The last one that has been.
	['18:00', '2026-11-26T21:00:00.000Z'],
	['8:59:59', '2026-11-27T11:59:59.000Z'],
	['9:00', '2026-11-27T12:00:00.000Z'],
	['Tue 18:40', '2026-11-24T21:40:00.000Z'],
	['tuesday', '2026-11-24T03:00:00.000Z'],
	['thurs 7:05', '2026-11-26T10:05:00.000Z'],
	['Fri', '2026-11-27T03:00:00.000Z'],
	['Fri 8:00', '2026-11-27T11:00:00.000Z'],
	['Fri 18:00', '2026-11-20T21:00:00.000Z'],
	['sat', '2026-11-21T03:00:00.000Z'],
	['2026-10-01', '2026-10-01T03:00:00.000Z'],
	['2026-10-01 18:00', '2026-10-01T21:00:00.000Z'],
	['2026-10-01T18:00:07.250', '2026-10-01T21:00:07.250Z'],
	['2030-01-01 00:00', '2030-01-01T03:00:00.000Z'],
	['10-01 18:00', '2026-10-01T21:00:00.000Z'],
	['12-24', '2025-12-24T03:00:00.000Z'],
	['02-29', '2024-02-29T03:00:00.000Z'],
	['3d', '2026-11-24T12:00:00.000Z'],
	['12h ago', '2026-11-27T00:00:00.000Z'],
	['1.5h', '2026-11-27T10:30:00.000Z'],
	['90s ago', '2026-11-27T11:58:30.000Z'],
	['2026-10-01T18:00:00Z', '2026-10-01T18:00:00.000Z'],
	['2026-10-01T18:00:00.500z', '2026-10-01T18:00:00.500Z'],
	['2026-10-01T18:00+02:00', '2026-10-01T16:00:00.000Z'],
	['2026-10-01 18:00 -0330', '2026-10-01T21:30:00.000Z'],
	['2026-10-01 18:00+05', '2026-10-01T13:00:00.000Z'],
];

for (const [text, time] of meanings) {
	test(`${JSON.stringify(text)} is ${time} at nine o'clock of a Friday in São Paulo`, () => {
		assert.equal(read(text), time);
	});
}

test('a time that the clocks leave out is later by what they were set on, and of one that they show twice it is the first', () => {
	const at = (text: string, localTime: typeof zones.paulo) => read(text, localTime);
	assert.equal(at('2026-03-08 02:30', zones.york), '2026-03-08T07:30:00.000Z', '03:30 by the new time');
	assert.equal(at('2026-03-08 01:59', zones.york), '2026-03-08T06:59:00.000Z');
	assert.equal(at('2026-03-08 03:00', zones.york), '2026-03-08T07:00:00.000Z');
	assert.equal(at('2025-11-02 01:30', zones.york), '2025-11-02T05:30:00.000Z', 'the first of two');
	assert.equal(at('2025-11-02 00:59', zones.york), '2025-11-02T04:59:00.000Z');
	assert.equal(at('2025-11-02 02:00', zones.york), '2025-11-02T07:00:00.000Z');
	assert.equal(at('2018-11-04', zones.paulo), '2018-11-04T03:00:00.000Z', 'a day that begins at one');
	assert.equal(at('2011-12-30 12:00', zones.apia), '2011-12-30T22:00:00.000Z', 'a day that the island left out');
	assert.equal(read('yesterday', zones.york, '2025-11-03T03:00:00.000Z'), '2025-11-01T04:00:00.000Z');
});

test('a local time that the clocks show is read back as it was written, in any zone', () => {
	const two = (value: number) => String(value).padStart(2, '0');
	fc.assert(fc.property(fc.constantFrom(zones.paulo, zones.york, zones.kolkata), fc.integer({min: 1.4e9, max: 1.8e9}), (localTime, seconds) => {
		const {
			year, month, day, hour, minute, second,
		} = localTime(seconds * 1000);
		const text = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
		const found = Date.parse(read(text, localTime)) / 1000;
		assert.ok(found === seconds || found === seconds - 3600, text);
	}), {numRuns: tries(60), seed: 1});
});

test('what is no time is refused, with the times that can be given', () => {
	const refused = (text: string) => {
		const parsed = parseTime(text, {hasLast: false});
		return parsed.kind === 'problem' ? parsed.problem : 'accepted';
	};

	const advice = 'Give one such as 18:00, yesterday 18:00, Tue 18:40, 2026-10-01, 2026-10-01 18:00, 3d, 12h ago, today, now, or 2026-10-01T18:00:00Z.';
	for (const text of ['', ' ', '2026', '3', 'tomorrow at noon', 'tu 18:00', 'last', '18', '18h 30', 'sales 18:00', '2026-10', '1-1', 'ago', '2026-10-01x18:00']) {
		assert.equal(refused(text), `"${text}" is no time. ${advice}`);
	}

	assert.equal(refused('yesterdy 18:00'), `"yesterdy 18:00" is no time. Did you mean yesterday 18:00? ${advice}`);
	assert.equal(refused('24:00'), '"24:00" is no time: a day has the hours 0 to 23, and the minutes 00 to 59.');
	assert.equal(refused('today 09:60'), '"today 09:60" is no time: a day has the hours 0 to 23, and the minutes 00 to 59.');
	assert.equal(refused('2026-02-30'), '"2026-02-30" is no time: there is no such day.');
	assert.equal(refused('0026-02-03'), '"0026-02-03" is no time: there is no such day.');
	assert.equal(refused('13-01 18:00'), '"13-01 18:00" is no time: there is no such day.');
	assert.equal(refused('18:00Z'), '"18:00Z" is no time: with a time zone it needs a whole date, such as 2026-10-01T18:00:00Z.');
	assert.match(refused('\u{1B}[31mred'), /^"␛\[31mred" is no time\./v);
});

test('last is a time only where the caller allows it', () => {
	assert.deepEqual(parseTime('Last', {hasLast: true}), {kind: 'value', value: {kind: 'last'}});
	const refused = parseTime('lst', {hasLast: true});
	assert.match(refused.kind === 'problem' ? refused.problem : '', /now, last \(the last visit\) or 2026/v);
});

test('a day and a length of time go on in the next argument, and nothing else does', () => {
	const continued = [['yesterday', '18:00'], ['Tue', '18:40'], ['2026-10-01', '18:00:30'], ['2026-10-01', '18:00Z'], ['12h', 'ago']] as const;
	const whole = [['yesterday', 'sales'], ['18:00', '19:00'], ['now', '18:00'], ['12h', '18:00'], ['yesterday', 'ago'], ['12h ago', 'ago'], ['sales', '18:00'], ['yesterday', '25:00']] as const;
	assert.deepEqual(continued.filter(([text, next]) => !isContinuedBy(text, next)), []);
	assert.deepEqual(whole.filter(([text, next]) => isContinuedBy(text, next)), []);
});
