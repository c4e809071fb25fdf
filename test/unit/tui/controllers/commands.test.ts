import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bindings} from '../../../../source/core/keymap/bindings.js';
import {drawMonitor} from '../drawn-monitor.js';

test('every command has a key and a handler', t => {
	const monitor = drawMonitor(24);
	t.after(monitor.end);
	const named = new Set(bindings.map(({command}) => command));
	assert.deepEqual(Object.keys(monitor.commands).toSorted(), [...named].toSorted());
	assert.deepEqual(bindings.filter(({chords}) => chords.length === 0), []);
});
