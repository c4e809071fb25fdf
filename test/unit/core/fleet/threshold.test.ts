import assert from 'node:assert/strict';
import test from 'node:test';
import {parseThreshold} from '../../../../source/cli/values/range.js';
import {describeThreshold, isAlert} from '../../../../source/core/fleet/threshold.js';

const read = (text: string) => {
	const parsed = parseThreshold(text);
	assert.strictEqual(parsed.kind, 'value', text);
	return parsed.value;
};

/** The counts of 0 to 12, of 20, at which a range alerts. */
const alerting = (text: string) => Array.from({length: 13}, (_, count) => count).filter(count => isAlert(read(text), count, 20));

test('ranges alert as the plugin guidelines have it', () => {
	const all = Array.from({length: 13}, (_, count) => count);
	for (const [range, expected] of [
		['10', [11, 12]],
		['0', all.slice(1)],
		['10:', all.slice(0, 10)],
		['~:10', [11, 12]],
		['3:10', [0, 1, 2, 11, 12]],
		['@3:5', [3, 4, 5]],
		['@10:', [10, 11, 12]],
		['@0', [0]],
		['~:', []],
		[':2', all.slice(3)],
		['1.5', all.slice(2)],
		['50%', [11, 12]],
		['10%:50%', [0, 1, 11, 12]],
		['@50%:', [10, 11, 12]],
		['~:0%', all.slice(1)],
	] as const) {
		assert.deepEqual(alerting(range), expected, range);
	}
});

test('a share of nothing is none', () => {
	assert.equal(isAlert(read('0%'), 0, 0), false);
	assert.equal(isAlert(read('1%:'), 0, 0), true);
});

test('what is no range says so, with the notation', () => {
	for (const text of ['', '@', ':', 'ten', '5:2', '10:20%', '10%:20', '1:2:3', '~', '%', '1 %', '--', '5:~', '1e3']) {
		const parsed = parseThreshold(text);
		assert.ok(text === ':' ? parsed.kind === 'value' : parsed.kind === 'problem', text);
	}

	const parsed = parseThreshold('ten');
	assert.match(parsed.kind === 'problem' ? parsed.problem : '', /^"ten" is no range\. Give a range .* such as 5 /v);
});

test('a range is written as numbers of instances', () => {
	for (const [range, total, written] of [['5', 44, '5'], ['0', 44, '0'], ['2:', 44, '2:'], ['~:', 44, '~:'], ['~:3', 44, '~:3'], ['@2:5', 44, '@2:5'], ['25%', 44, '11'], ['10%', 44, '4.4'], ['1%:50%', 200, '2:100'], ['5%', 0, '0']] as const) {
		assert.equal(describeThreshold(read(range), total), written, range);
	}
});
