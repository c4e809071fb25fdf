import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {lineWidth} from '../../../../../source/core/screen/line.js';
import {asciiSymbols, unicodeSymbols} from '../../../../../source/core/screen/symbols.js';
import {sanitize} from '../../../../../source/core/text/sanitize.js';
import {menuLines, menuPrompt} from '../../../../../source/core/view/menu/menu-lines.js';
import {startPrompt} from '../../../../../source/core/view/prompt.js';
import {textOf} from '../../../../helpers/watch-polls.js';
import {tries} from '../../../../helpers/properties/tries.js';
import {itemOf} from './items.js';

const all = {top: 0, count: 9, line: 0};

test('an item has its mark, its label, what is said of it and its key; the last two make room for the label', () => {
	const items = [
		itemOf('a', {
			mark: '[x]', label: 'state', words: 'the connection to WhatsApp', right: 'no room',
		}),
		itemOf('b', {mark: '[ ]', label: 'profile'}),
	];
	assert.deepEqual(menuLines(items, all, 60, unicodeSymbols).map(({line}) => textOf(line).trimEnd()), [
		'▌ [x] state    the connection to WhatsApp            no room',
		'  [ ] profile',
	]);
	assert.equal(textOf(menuLines(items, all, 30, unicodeSymbols)[0]?.line ?? []), '▌ [x] state            no room');
});

test('no line is wider or narrower than the screen, whatever the names', () => {
	const texts = fc.string({unit: 'grapheme', maxLength: 30}).map(text => sanitize(text));
	fc.assert(fc.property(fc.array(fc.record({label: texts, words: texts, right: texts}), {minLength: 1, maxLength: 4}), fc.integer({min: 40, max: 200}), (given, width) => {
		const items = [...given, {label: '漢字🎉‏مرحبا', words: 'é', right: '9'}].map((own, index) => itemOf(String(index), own));
		for (const symbols of [unicodeSymbols, asciiSymbols]) {
			for (const {line} of menuLines(items, all, width, symbols)) {
				assert.equal(lineWidth(line), width);
			}
		}
	}), {numRuns: tries(30)});
});

test('the caret is behind what is typed, and stays on the screen', () => {
	const typed = menuPrompt(':', startPrompt('漢é', []), '3 of 9', 40);
	assert.deepEqual([textOf(typed.line), typed.caret], [` : 漢é${' '.repeat(27)}3 of 9 `, 6]);
	const long = menuPrompt('columns', startPrompt('漢'.repeat(80), []), '0 of 9', 40);
	assert.deepEqual([lineWidth(long.line), long.caret < 40], [40, true]);
});
