import assert from 'node:assert/strict';
import {test} from 'node:test';
import {columns} from '../../../../source/core/columns/columns.js';
import {withShares} from '../../../../source/core/fleet/past/with-shares.js';
import {nameShares} from '../../../../source/core/fleet/past/shares.js';
import type {StripCell} from '../../../../source/core/fleet/past/strip.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {asciiSymbols, unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {requiresShares, requiresStrips} from '../../../../source/core/view/requires-shares.js';
import {account} from '../../../helpers/fleet.js';
import {rowsOf, textOf, watch} from '../../../helpers/watch-polls.js';

const {inventory} = watch([0, [{name: 'x'}]]);
const [key] = inventory.tracked.keys();

function tell(before: typeof inventory, last24h: readonly StripCell[] | undefined) {
	return runAtOnce(withShares(before, account, new Map(key === undefined ? [] : [[key, nameShares([], last24h)]])));
}

const cells: readonly StripCell[] = [
	{kind: 'blank'}, {kind: 'unseen'}, {kind: 'fine'}, {kind: 'brief', state: 'connecting'}, {kind: 'flapping', state: 'other'}, {kind: 'down', state: 'loggedout'},
];

test('the last day is a strip of a sign an hour, in ASCII for programs, and nothing where nothing is remembered', () => {
	const [row] = rowsOf(tell(inventory, cells));
	const [bare] = rowsOf(tell(inventory, undefined));
	assert.ok(row && bare);
	const {cell, raw} = columns.last24h;
	assert.deepEqual([textOf(cell(row, unicodeSymbols)), textOf(cell(row, asciiSymbols)), raw(row, false)], [' ·─┴≈✕', ' .-\'%x', ' .-\'%x']);
	assert.deepEqual([textOf(cell(bare, unicodeSymbols)), raw(bare, false)], ['—', '']);
	const [unseen] = rowsOf(tell(inventory, [{kind: 'blank'}, {kind: 'unseen'}]));
	assert.equal(unseen && textOf(cell(unseen, unicodeSymbols)), '—');
});

test('a strip that is drawn as before keeps its identity, and another one does not', () => {
	const told = tell(inventory, cells);
	assert.equal(tell(told, [...cells]), told);
	assert.notEqual(tell(told, cells.with(5, {kind: 'down', state: 'disconnected'})), told);
	assert.notEqual(tell(told, cells.slice(1)), told);
	assert.notEqual(tell(told, undefined), told);
});

test('the strips are looked up where their column is shown, and for no other', () => {
	const options = {sort: {by: 'health', isReversed: false}, filters: []} as const;
	assert.deepEqual([requiresShares({columns: [columns.last24h], ...options}), requiresStrips([columns.name, columns.last24h])], [true, true]);
	assert.equal(requiresStrips([columns.up24h]), false);
});
