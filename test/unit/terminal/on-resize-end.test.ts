import assert from 'node:assert/strict';
import {EventEmitter} from 'node:events';
import {test} from 'node:test';
import {onResizeEnd} from '../../../source/terminal/on-resize-end.js';

test('a storm of resizes is over once, a while after the last of them, and not at all for who has left', t => {
	t.mock.timers.enable({apis: ['setTimeout']});
	// A terminal's stream is one.
	// eslint-disable-next-line unicorn/prefer-event-target -- see above
	const terminal = new EventEmitter();
	let times = 0;
	const leave = onResizeEnd(terminal, () => {
		times += 1;
	});
	for (let index = 0; index < 10; index++) {
		terminal.emit('resize');
		t.mock.timers.tick(50);
	}

	assert.equal(times, 0);
	t.mock.timers.tick(50);
	assert.equal(times, 1);
	t.mock.timers.tick(10_000);
	assert.equal(times, 1);

	terminal.emit('resize');
	leave();
	t.mock.timers.tick(10_000);
	assert.deepEqual([times, terminal.listenerCount('resize')], [1, 0]);
});
