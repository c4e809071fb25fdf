import assert from 'node:assert/strict';
import {test} from 'node:test';
import {noon} from '../../../../helpers/fleet.js';
import {createHandPatience} from '../hand-patience.js';
import {createMonitor} from '../monitor.js';

const all = ['a', 'ab', 'b', 'c', 'd', 'e', 'f', 'g'];

/** A monitor whose screen waits for no more than this many steps. */
function hurry(steps: number) {
	const hand = createHandPatience(steps);
	const {store, poll, names} = createMonitor(hand.patience);
	poll(all.map(name => ({name})), noon);
	return {
		...hand,
		names,
		filter(text: string) {
			store.setState(({view}) => ({view: {...view, filter: {...view.filter, text}}}));
		},
	};
}

test('the former rows are shown until those of a filter are ready', () => {
	const {names, filter, waiting, finish} = hurry(1);
	assert.deepEqual(names(), all);
	filter('name:b');
	assert.deepEqual(names(), all);
	assert.deepEqual(names(), all, 'asking again begins nothing anew');
	assert.equal(waiting(), 1);
	assert.deepEqual(finish(), [true]);
	assert.deepEqual(names(), ['ab', 'b']);
});

test('of two filters that are not ready the later one wins, and the earlier is given up', () => {
	const {names, filter, finish} = hurry(1);
	names();
	filter('name:c');
	names();
	filter('name:a');
	names();
	assert.deepEqual(finish(), [false, true]);
	assert.deepEqual(names(), ['a', 'ab']);
});

test('what is ready in time is shown at once', () => {
	const {names, filter, waiting} = hurry(1000);
	names();
	filter('name:b');
	assert.deepEqual(names(), ['ab', 'b']);
	assert.equal(waiting(), 0);
});
