import assert from 'node:assert/strict';
import {test} from 'node:test';
import {joinFilter, parseColumns, parseSort} from '../../../../source/cli/values/grid.js';
import {columnNames} from '../../../../source/core/columns/choose.js';
import {parseFilter} from '../../../../source/core/filter/parse.js';

const problemOf = (parsed: ReturnType<typeof parseColumns> | ReturnType<typeof parseSort>) => parsed.kind === 'problem' ? parsed.problem : assert.fail('It was understood.');

test('columns are read in the order in which they are named', () => {
	const parsed = parseColumns(' do, name ');
	assert.deepEqual(parsed.kind === 'value' && parsed.value.map(({id}) => id), ['do', 'name']);
});

test('each name that is no column is answered with the nearest, and then all there are', () => {
	assert.equal(problemOf(parseColumns('+bussiness,-keepOnlineState,zzzzzzzz')), `There is no column "bussiness". Did you mean business? There is no column "keepOnlineState". Did you mean keepOnlineStatus? There is no column "zzzzzzzz". The columns are ${columnNames.join(', ')}.`);
});

test('a grid without columns is refused', () => {
	for (const text of [',', ' , ', '-state,-name,-number,-since,-do,-integrations,-why,-up24h,-last24h,-profile']) {
		assert.match(problemOf(parseColumns(text)), /leaves no column/v);
	}
});

test('a sort is health or a column by its name, turned round by a dash', () => {
	assert.deepEqual(parseSort('health'), {kind: 'value', value: {by: 'health', isReversed: false}});
	assert.deepEqual(parseSort('-Health'), {kind: 'value', value: {by: 'health', isReversed: true}});
	assert.deepEqual(parseSort('autoreadmessages'), {kind: 'value', value: {by: 'autoReadMessages', isReversed: false}});
	assert.deepEqual(parseSort('-since'), {kind: 'value', value: {by: 'since', isReversed: true}});
});

test('a sort that is none is answered with the nearest', () => {
	assert.match(problemOf(parseSort('-helth')), /^There is no column "helth"\. Did you mean health\? Sort by health, state, /v);
	assert.match(problemOf(parseSort('')), /^There is no column ""\. Sort by health, /v);
});

test('a word that the shell kept together stays one term of the filter', () => {
	assert.equal(joinFilter(['state:disc', '-name:sales 04', 'two words']), 'state:disc -name:"sales 04" "two words"');
	assert.equal(parseFilter(joinFilter(['name:sales 04', 'x'])).terms.length, 2);
});
