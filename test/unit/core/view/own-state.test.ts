import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ownState} from '../../../../source/core/view/own-state.js';
import {initialView} from '../../../../source/core/view/view-state.js';

test('a view has a state of its own, of any type: the initial one until it is changed, whatever other views have', () => {
	const span = ownState('events', {from: 0, to: 24});
	const lines = ownState('help', 0);
	assert.deepEqual(span.read(initialView), {from: 0, to: 24});
	const changed = lines.write(span.write(initialView, {from: 6, to: 12}), 3);
	assert.deepEqual([span.read(changed), lines.read(changed)], [{from: 6, to: 12}, 3]);
	assert.deepEqual(span.read(initialView), {from: 0, to: 24});
});

test('a state is read by what wrote it alone, since nothing else knows its type', () => {
	const lines = ownState('help', 0);
	const words = ownState('help', 'none');
	assert.equal(words.read(lines.write(initialView, 3)), 'none');
});
