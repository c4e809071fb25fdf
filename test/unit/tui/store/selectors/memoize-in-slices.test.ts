import assert from 'node:assert/strict';
import {test} from 'node:test';
import {runAtOnce, type Slices} from '../../../../../source/core/polling/slices.js';
import {unicodeSymbols} from '../../../../../source/core/screen/symbols.js';
import type {Patience} from '../../../../../source/tui/store/selectors/memoize-in-slices.js';
import {createSelectors} from '../../../../../source/tui/store/selectors/selectors.js';
import {noon} from '../../../../helpers/fleet.js';
import {createMonitor} from '../monitor.js';

const all = ['a', 'ab', 'b', 'c', 'd', 'e', 'f', 'g'];

/** A monitor whose screen waits for no more than this many steps, and the rests of the work, which are run by hand. */
function hurry(steps: number) {
	const {store, poll} = createMonitor();
	const rests: Array<Slices<boolean>> = [];
	const patience: Patience = {
		begin() {
			let left = steps;
			return () => left-- > 0;
		},
		goOn(rest) {
			rests.push(rest);
		},
	};
	const selectors = createSelectors(unicodeSymbols, undefined, patience);
	poll(all.map(name => ({name})), noon);
	return {
		rests,
		names: () => selectors.rows(store.getState()).map(({tracked}) => tracked.instance.name),
		filter(text: string) {
			store.setState(({view}) => ({view: {...view, filter: {...view.filter, text}}}));
		},
		computeAhead() {
			runAtOnce(selectors.rowsAhead(store.getState()));
		},
	};
}

test('the former rows are shown until those of a filter are ready', () => {
	const {names, filter, rests} = hurry(1);
	assert.deepEqual(names(), all);
	filter('name:b');
	assert.deepEqual(names(), all);
	assert.deepEqual(names(), all, 'asking again begins nothing anew');
	assert.equal(rests.length, 1);
	assert.ok(rests.every(rest => runAtOnce(rest)));
	assert.deepEqual(names(), ['ab', 'b']);
});

test('of two filters that are not ready the later one wins, and the earlier is given up', () => {
	const {names, filter, rests} = hurry(1);
	names();
	filter('name:c');
	names();
	filter('name:a');
	names();
	assert.deepEqual(rests.map(rest => runAtOnce(rest)), [false, true]);
	assert.deepEqual(names(), ['a', 'ab']);
});

test('what is ready in time is shown at once', () => {
	const {names, filter, rests} = hurry(1000);
	names();
	filter('name:b');
	assert.deepEqual(names(), ['ab', 'b']);
	assert.equal(rests.length, 0);
});

test('rows that were computed ahead are there when they are asked for', () => {
	const {names, filter, rests, computeAhead} = hurry(1);
	names();
	filter('name:b');
	computeAhead();
	assert.deepEqual(names(), ['ab', 'b']);
	assert.equal(rests.length, 0);
});
