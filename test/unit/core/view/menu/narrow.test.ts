import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {MenuItem} from '../../../../../source/core/view/menu/menu-item.js';
import {narrowItems} from '../../../../../source/core/view/menu/narrow.js';
import {tries} from '../../../../helpers/properties/tries.js';
import {itemOf} from './items.js';

const ids = (items: readonly MenuItem[], typed: string) => narrowItems(items, typed).map(({id}) => id);

test('the better match comes first: a name, the label, a beginning, words, a part, what is said, the letters', () => {
	const items = [
		itemOf('letters', {label: 'even more notes'}),
		itemOf('said', {label: 'log', words: 'all events'}),
		itemOf('part', {label: 'prevents'}),
		itemOf('word', {label: 'show events'}),
		itemOf('beginning', {label: 'events of today'}),
		itemOf('label', {label: 'Évents'}),
		itemOf('name', {label: 'what happened', names: ['events.toggle', 'events']}),
		itemOf('none', {label: 'timeline'}),
	];
	assert.deepEqual(ids(items, 'Events'), ['name', 'label', 'beginning', 'word', 'part', 'said', 'letters']);
	assert.deepEqual(ids(items, 'evnts'), ['letters', 'part', 'word', 'beginning', 'label', 'name']);
});

test('each word may be anywhere, in any order, and a colon before them is the one that opened the palette', () => {
	const items = [itemOf('a', {label: 'sort by name'}), itemOf('b', {label: 'copy the name'})];
	assert.deepEqual(ids(items, 'name sort'), ['a']);
	assert.deepEqual(ids(items, ':na co'), ['b']);
	assert.deepEqual(ids(items, ' : '), ['a', 'b']);
	assert.deepEqual(ids(items, 'zzz'), []);
});

test('what is typed leaves items out and orders them, and equal matches keep their order', () => {
	const texts = fc.string({unit: 'grapheme', maxLength: 5});
	fc.assert(fc.property(fc.array(texts, {maxLength: 6}), texts, (labels, typed) => {
		const items = labels.map((label, index) => itemOf(String(index), {label}));
		const found = narrowItems(items, typed);
		assert.deepEqual(found, [...new Set(found)].filter(item => items.includes(item)));
		const twice = ids([...items, ...items.map(item => ({...item, id: `${item.id}'`}))], typed);
		assert.ok(found.every(({id}) => twice.indexOf(id) < twice.indexOf(`${id}'`)));
	}), {numRuns: tries(40)});
});
