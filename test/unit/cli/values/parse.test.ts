import assert from 'node:assert/strict';
import {test} from 'node:test';
import {quote} from '../../../../source/core/text/quote.js';
import {
	parseChoice,
	parseDuration,
	parseNames,
	parseWhole,
} from '../../../../source/cli/values/parse.js';
import {accept, refuse} from '../../../../source/core/text/parsed.js';

const seconds = {least: 1000, most: 60_000};

test('a length of time is a number and a unit, seconds if there is none', () => {
	for (const [text, milliseconds] of [['5s', 5000], ['5 s', 5000], ['5', 5000], ['1.5', 1500], ['1m', 60_000], ['1000ms', 1000], ['0.5m', 30_000], ['007s', 7000], ['1.0004s', 1000]] as const) {
		assert.deepEqual(parseDuration(text, seconds), accept(milliseconds), text);
	}

	assert.deepEqual(parseDuration('1h', {least: 0, most: 3_600_000}), accept(3_600_000));
});

test('a length of time out of bounds is answered with the bound', () => {
	for (const [text, problem] of [
		['500ms', '"500ms" is too short. 1s is the least.'],
		['0', '"0" is too short. 1s is the least.'],
		['0.999', '"0.999" is too short. 1s is the least.'],
		['61s', '"61s" is too long. 1m is the most.'],
		['9'.repeat(400), `"${'9'.repeat(47)}…" is too long. 1m is the most.`],
	] as const) {
		assert.deepEqual(parseDuration(text, seconds), refuse(problem), text);
	}
});

test('what is no length of time is answered with how to write one', () => {
	for (const text of ['', ' ', 's', '5 seconds', '-5s', '+5s', '5s5s', '1e3', '0x10', '.5s', '5.s', 'Infinity', 'NaN', '5S', '٥s', '5s\n']) {
		assert.deepEqual(parseDuration(text, seconds), refuse(`${quote(text)} is no length of time. Give a number and a unit, such as 5s, 500ms or 1m; a number alone is seconds.`));
	}
});

test('a whole number lies between its bounds, both included', () => {
	const bounds = {least: 0, most: 65_535};
	for (const [text, value] of [['0', 0], ['65535', 65_535], ['0080', 80]] as const) {
		assert.deepEqual(parseWhole(text, bounds), accept(value), text);
	}

	for (const text of ['65536', '-1', '1.5', '1e3', '0x10', '', ' 1', '1 ', 'x', '9'.repeat(40)]) {
		assert.deepEqual(parseWhole(text, bounds), refuse(`${quote(text)} will not do. Give a whole number from 0 to 65535.`));
	}
});

test('names stand between commas, with the blanks that they have, each once', () => {
	assert.deepEqual(parseNames('sales'), accept(['sales']));
	assert.deepEqual(parseNames('sales, ,support,,sales,Ação 2 '), accept(['sales', 'support', 'Ação 2 ']));
});

test('a list without a name is refused, since the API would take it for no filter', () => {
	assert.deepEqual(parseNames(' '), accept([' ']));
	for (const text of [',', ' , ,', '']) {
		assert.equal(parseNames(text).kind, 'problem', text);
	}
});

test('a choice is one of the words, and a mistyped one is answered with the nearest', () => {
	const words = ['calm', 'busy'] as const;
	assert.deepEqual(parseChoice('busy', words), accept('busy'));
	assert.deepEqual(parseChoice('bsuy', words), refuse('There is no "bsuy". Did you mean busy? Give one of calm, busy.'));
	assert.deepEqual(parseChoice('toString', words), refuse('There is no "toString". Give one of calm, busy.'));
});

test('nothing of a refused value reaches the terminal as a command', () => {
	const text = '\u{1B}]0;x\u{7}\u{202E}\n';
	const bounds = {least: 0, most: 1};
	for (const parsed of [parseDuration(text, bounds), parseWhole(text, bounds), parseChoice(text, ['a'])]) {
		assert.strictEqual(parsed.kind, 'problem');
		assert.doesNotMatch(parsed.problem, /[\p{Control}\u{202E}]/v);
		assert.match(parsed.problem, /"␛\]0;x␇/v);
	}
});
