import assert from 'node:assert/strict';
import {EventEmitter} from 'node:events';
import {test} from 'node:test';
import {onWindowChange} from '../../../source/terminal/on-window-change.js';

test('a storm of changes of the window is over once, a while after the last of them, and not at all for who has left', t => {
	t.mock.timers.enable({apis: ['setTimeout']});
	// The process is one.
	const source = new EventEmitter();
	let times = 0;
	const leave = onWindowChange(source, () => {
		times += 1;
	});
	for (let index = 0; index < 10; index++) {
		source.emit('SIGWINCH');
		t.mock.timers.tick(50);
	}

	assert.equal(times, 0);
	t.mock.timers.tick(50);
	assert.equal(times, 1);
	t.mock.timers.tick(10_000);
	assert.equal(times, 1);

	source.emit('SIGWINCH');
	leave();
	t.mock.timers.tick(10_000);
	assert.deepEqual([times, source.listenerCount('SIGWINCH')], [1, 0]);
});
