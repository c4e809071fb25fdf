import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {lineWidth} from '../../../../source/core/screen/line.js';
import {describeViewParts} from '../../../../source/core/view/describe-view-parts.js';
import {textOf} from '../../../helpers/watch-polls.js';

const shown = (parts: Parameters<typeof describeViewParts>[0], room: number) => textOf(describeViewParts(parts, room, '…'));

const long = {sort: 'sort health ↓', filter: 'do:look,pair,reconnect', matches: 34};

test('the sort gives way to the filter, and the filter is cut before it is left out', () => {
	assert.equal(shown(long, 60), 'sort health ↓   filter do:look,pair,reconnect (34) ');
	assert.equal(shown(long, 40), 'filter do:look,pair,reconnect (34) ');
	assert.equal(shown(long, 20), 'filter do:loo… (34) ');
});

test('until the rows of a filter are counted no number is told', () => {
	assert.equal(shown({...long, matches: undefined}, 40), 'filter do:look,pair,reconnect (…) ');
	assert.equal(shown({...long, matches: undefined, ignored: 'up: is it state:up?'}, 60), 'filter do:look,pair,reconnect (…)  ! up: is it state:up? ');
});

test('a mistake in the filter is told beside it as long as it stands, and in little room instead of it', () => {
	const mistaken = {...long, filter: 'stat:down', ignored: 'stat:down: is it state?'};
	assert.equal(shown(mistaken, 60), 'filter stat:down (34)  ! stat:down: is it state? ');
	assert.equal(shown(mistaken, 30), '! stat:down: is it state? ');
	assert.equal(shown(mistaken, 20), '! stat:down: is it …');
	assert.ok(describeViewParts(mistaken, 60, '…').some(({text, tone}) => text.includes('is it state?') && tone === 'caution'));
});

test('without a filter there is the sort, where it fits', () => {
	assert.equal(shown({...long, filter: ''}, 20), 'sort health ↓ ');
	assert.equal(shown({...long, filter: ''}, 10), '');
	assert.equal(shown({sort: '', filter: '', matches: 0}, 10), '');
});

test('a filter is in sight in every room, and takes no more than that', () => {
	fc.assert(fc.property(fc.integer({min: 18, max: 100}), fc.string({minLength: 1, maxLength: 60, unit: 'grapheme-ascii'}), (room, filter) => {
		const line = describeViewParts({sort: 'sort name ↑', filter, matches: 1234}, room, '…');
		assert.ok(lineWidth(line) <= room);
		assert.match(textOf(line), /filter/v);
		assert.match(textOf(line), /\(1234\)/v);
	}));
});
