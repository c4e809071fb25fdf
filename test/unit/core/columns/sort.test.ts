import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {compareNames} from '../../../../source/core/text/compare-names.js';
import type {Row} from '../../../../source/core/fleet/row.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {
	describeSort,
	healthFirst,
	sortRows,
	stepSort,
	turnSort,
	type Sort,
} from '../../../../source/core/columns/sort.js';
import type {WireItem} from '../../../helpers/fleet.js';
import {rowsOf, watch} from '../../../helpers/watch-polls.js';

const namesOf = (rows: readonly Row[]) => rows.map(({tracked}) => tracked.instance.name);

const connected = (...names: readonly string[]): readonly WireItem[] => names.map(name => ({name, state: 'connected'}));

test('the worst come first: look, logged out, disconnected, stuck, connecting, flapping, odd, fine', () => {
	const quiet: readonly WireItem[] = [...connected('g fine', 'b loggedout', 'd connecting', 'c disconnected', 'h look'), {name: 'a odd', state: 'connected', proxy: {enabled: true}}, {name: 'f stuck', state: 'connecting'}];
	const flap = (state: string): WireItem => ({name: 'e flapping', state});
	const {inventory} = watch(
		[0, [...quiet, flap('connected')]],
		[10, [...quiet, flap('disconnected')]],
		[20, [...quiet, flap('connected')]],
		[30, [...quiet, flap('disconnected')]],
		[40, [...quiet, flap('connected')]],
		[120, [...quiet, flap('connected')]],
		[200, [
			{name: 'g fine'},
			{name: 'b loggedout', state: 'logged_out'},
			{name: 'd connecting', state: 'connecting'},
			{name: 'c disconnected', state: 'disconnected'},
			{name: 'h look', state: 'banned'},
			{name: 'a odd', proxy: {enabled: true}},
			{name: 'f stuck', state: 'connecting'},
			flap('connected'),
		]],
	);
	const worstFirst = ['h look', 'b loggedout', 'c disconnected', 'f stuck', 'd connecting', 'e flapping', 'a odd', 'g fine'];
	assert.deepEqual(namesOf(sortRows(rowsOf(inventory), healthFirst)), worstFirst);
	assert.deepEqual(namesOf(sortRows(rowsOf(inventory), turnSort(healthFirst))), worstFirst.toReversed());
});

test('within one kind the latest change comes first, what began before the program could see it last, and then the name decides as people count', () => {
	const down = (name: string): WireItem => ({name, state: 'disconnected'});
	const {inventory} = watch(
		[0, [down('old-10'), down('old-2'), ...connected('early', 'late-b', 'late-a')]],
		[10, [down('old-10'), down('old-2'), down('early'), ...connected('late-b', 'late-a')]],
		[20, [down('old-10'), down('old-2'), down('early'), down('late-b'), down('late-a'), down('appeared')]],
	);
	assert.deepEqual(namesOf(sortRows(rowsOf(inventory), healthFirst)), ['late-a', 'late-b', 'early', 'appeared', 'old-2', 'old-10']);
});

test('acknowledged instances come after the others of their kind, and before all of better kinds', () => {
	const {inventory} = watch([0, [...['a', 'b', 'c'].map((name): WireItem => ({name, state: 'disconnected'})), {name: 'e', state: 'loggedout'}, {name: 'f', state: 'connected'}]]);
	assert.deepEqual(namesOf(sortRows(rowsOf(inventory, ['a', 'e']), healthFirst)), ['e', 'b', 'c', 'a', 'f']);
});

test('names are in the order of people: numbers by their value, case and accents aside', () => {
	assert.deepEqual(['inst-10', 'Inst-2', 'águia', 'inst-1', 'zebra', 'aguila'].toSorted(compareNames), ['águia', 'aguila', 'inst-1', 'Inst-2', 'inst-10', 'zebra']);
});

test('no two different names are equal, and their order does not depend on which comes first', () => {
	const name = fc.string({unit: fc.constantFrom('a', 'A', 'á', '1', '01', '-', '漢', '\u{301}'), maxLength: 5});
	fc.assert(fc.property(name, name, (one, other) => {
		assert.equal(Math.sign(compareNames(one, other)), 0 - Math.sign(compareNames(other, one)));
		assert.equal(compareNames(one, other) === 0, one === other);
	}));
});

test('rows that have nothing in the sorted column come last, whichever way it is turned', () => {
	const {inventory} = watch([0, [
		{name: 'nothing', profile: null}, {name: 'empty', profile: {name: ''}}, {name: 'zulu', profile: {name: 'Zulu'}}, {name: 'alfa', profile: {name: 'alfa'}},
	]]);
	const sort = {by: 'profile', isReversed: false} as const;
	assert.deepEqual(namesOf(sortRows(rowsOf(inventory), sort)), ['alfa', 'zulu', 'empty', 'nothing']);
	assert.deepEqual(namesOf(sortRows(rowsOf(inventory), turnSort(sort))), ['zulu', 'alfa', 'empty', 'nothing']);
});

test('rows that are equal in the sorted column follow each other by health', () => {
	const {inventory} = watch([0, [{name: 'a', state: 'connected'}, {name: 'b', state: 'loggedout'}, {name: 'c', state: 'disconnected'}]]);
	assert.deepEqual(namesOf(sortRows(rowsOf(inventory), {by: 'profile', isReversed: true})), ['b', 'c', 'a']);
});

test('numbers are sorted by their digits', () => {
	const {inventory} = watch([0, [{name: 'long', numberJid: '5511999999999@s.whatsapp.net'}, {name: 'short', numberJid: '14155552671@s.whatsapp.net'}]]);
	assert.deepEqual(namesOf(sortRows(rowsOf(inventory), {by: 'number', isReversed: false})), ['short', 'long']);
});

test('a sort steps to the column to the right or to the left of those in sight, with that by health between the last and the first', () => {
	const inSight = ['state', 'name', 'since'] as const;
	const step = (by: Sort['by'], steps: 1 | -1) => stepSort({by, isReversed: true}, inSight, steps).by;
	assert.deepEqual((['health', 'state', 'name', 'since'] as const).map(by => step(by, 1)), ['state', 'name', 'since', 'health']);
	assert.deepEqual((['health', 'state', 'name', 'since'] as const).map(by => step(by, -1)), ['since', 'health', 'state', 'name']);
	assert.deepEqual([step('presence', 1), step('presence', -1)], ['state', 'since']);
	assert.equal(stepSort({by: 'name', isReversed: true}, inSight, 1).isReversed, false);
});

test('a sort is told with an arrow, which points down where the worst or the most come first', () => {
	assert.equal(describeSort(healthFirst, unicodeSymbols), 'sort health ↓');
	assert.equal(describeSort({by: 'name', isReversed: false}, unicodeSymbols), 'sort name ↑');
});
