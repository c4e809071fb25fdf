import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {commonBeginning, completeFilter} from '../../../../source/core/filter/complete.js';
import {filterFields} from '../../../../source/core/filter/fields.js';
import {parseFilter} from '../../../../source/core/filter/parse.js';
import {completePrompt} from '../../../../source/core/view/completion.js';
import {startPrompt} from '../../../../source/core/view/prompt.js';
import {tries} from '../../../helpers/properties/tries.js';

const vocabulary = {
	names: () => ['shop-10', 'shop-2', 'Loja Nova', 'ação, "x"'], accounts: () => ['prod', 'lab'], states: () => ['qr code'],
};
const complete = (text: string) => {
	const {from, candidates} = completeFilter(text, vocabulary);
	return candidates.map(candidate => text.slice(0, from) + candidate);
};

test('fields come with the sign that goes on, values behind a colon and a comma, names without a field', () => {
	for (const [text, expected] of [
		['cha', ['chatwoot:']],
		['down -Si', ['down -since>']],
		['up', ['up24h<', 'up7d<', 'up30d<']],
		['chatwoot:o', ['chatwoot:off', 'chatwoot:on']],
		['chatwoot:off,t', ['chatwoot:off,trouble']],
		['-do:p', ['-do:pair']],
		['state:q', ['state:"qr code"']],
		['account:', ['account:lab', 'account:prod']],
		['name:lo', ['name:"Loja Nova"']],
		['name:"loja n', ['name:"Loja Nova"']],
		['ACA', ['"ação, x"']],
		['shop', ['shop-2', 'shop-10']],
		['is:zzz', []],
		['nofield:x', []],
	] as const) {
		assert.deepEqual(complete(text), expected, text);
	}
});

test('every word that is completed is one that the filter can use', () => {
	for (const [key, {name = key, words = []}] of Object.entries(filterFields)) {
		for (const word of words) {
			assert.deepEqual(parseFilter(`${name}:${word}`).ignored, [], `${name}:${word}`);
			assert.ok(complete(`${name}:${word}`).includes(`${name}:${word}`));
		}
	}
});

test('the common beginning begins all texts, and parts no character', () => {
	assert.deepEqual([commonBeginning(['on', 'off']), commonBeginning(['a😀', 'a😁']), commonBeginning([]), commonBeginning(['x'])], ['o', 'a', '', 'x']);
	fc.assert(fc.property(fc.array(fc.string({unit: 'grapheme', maxLength: 4}), {minLength: 1, maxLength: 4}), texts => {
		assert.ok(texts.every(text => text.startsWith(commonBeginning(texts))));
	}), {numRuns: tries(30)});
});

test('in the prompt what is common is put in at the cursor, then one candidate after the other, until something is typed', () => {
	const first = completePrompt({...startPrompt('chatwoot: x', []), cursor: 9}, undefined, vocabulary);
	assert.deepEqual([first.result.text, first.at, first.candidates.slice(0, 2)], ['chatwoot: x', undefined, ['active', 'error']]);
	const second = completePrompt(first.result, first, vocabulary);
	const third = completePrompt(second.result, second, vocabulary);
	assert.deepEqual([second.result.text, third.result.text, third.result.cursor], ['chatwoot:active x', 'chatwoot:error x', 14]);
	const typed = completePrompt(startPrompt('chatwoot:m', []), third, vocabulary);
	assert.deepEqual([typed.result.text, typed.result.draft], ['chatwoot:missing', 'chatwoot:missing']);
	assert.equal(completePrompt(startPrompt('sh', []), undefined, vocabulary).result.text, 'shop-');
});
