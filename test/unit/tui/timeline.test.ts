import assert from 'node:assert/strict';
import {test} from 'node:test';
import {drawMonitor} from './drawn-monitor.js';

test('the timeline has a strip for each row of the grid, and is left by steps', async t => {
	const monitor = drawMonitor(12);
	t.after(monitor.end);
	const down = (isDown: boolean) => [{name: 'sales', state: isDown ? 'disconnected' : 'connected'}, {name: 'billing', state: 'connected'}];
	for (const isDown of [false, true, true, false]) {
		await monitor.does(async () => monitor.poll(down(isDown), 20_000)); // eslint-disable-line no-await-in-loop -- one poll after the other
	}

	const press = async (...keys: readonly string[]) => {
		const {painted} = await monitor.does(() => {
			for (const key of keys) {
				monitor.press(key);
			}
		});
		return painted.map(line => line.trimEnd());
	};

	const opened = await press('t', '<', '<');
	const row = opened.find(line => line.includes('sales')) ?? '';
	assert.match(row, /● sales +○.* \S+% +<1m$|● sales .*—/v);
	assert.ok(opened.some(line => line.includes('down at once')), opened.join('\n'));
	assert.ok(opened.some(line => /1h ago .* now +UP1H SINCE/v.test(line)), opened.join('\n'));

	// The cursor tells of the fleet while nobody has selected an instance, and of the instance then.
	assert.ok((await press('left')).some(line => /\d\d:\d\d:\d\d–\d\d:\d\d:\d\d up to 1 of 2 down/v.test(line)));
	assert.ok((await press('down')).some(line => /\d\d:\d\d:\d\d–\d\d:\d\d:\d\d (?:connected|disconnected) \d+s/v.test(line)));
	// The keys of the grid hold as well.
	assert.ok((await press('2', '1')).length > 0);
	await press('0');
	await press('esc');
	assert.ok((await press('enter')).some(line => line.includes('Connection')));
	assert.ok((await press('q')).some(line => line.includes('down at once')), 'the detail goes back to the timeline');
	await press('q');
	assert.deepEqual(monitor.left(), []);
	await press('q');
	assert.deepEqual(monitor.left(), [0]);
});
