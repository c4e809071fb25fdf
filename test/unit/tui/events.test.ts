import assert from 'node:assert/strict';
import {test} from 'node:test';
import {drawMonitor} from './drawn-monitor.js';

test('the events of several days are told apart by their dates, and their times stand below each other', async t => {
	const monitor = drawMonitor(12);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll([{name: 'sales'}]));
	await monitor.does(async () => monitor.poll([{name: 'sales', state: 'disconnected'}]));
	await monitor.does(async () => monitor.poll([{name: 'sales', state: 'disconnected'}], 3 * 86_400_000));
	await monitor.does(async () => monitor.poll([{name: 'sales'}]));
	const {painted} = await monitor.does(() => {
		monitor.press('e');
	});
	assert.deepEqual(painted.map(line => /sales +\S+ → \S+/v.test(line) ? line.replace(/ {2}\S+ → .*$/v, '').trimEnd() : '').filter(line => line !== ''), [
		'▌       12:00:15  sales',
		'  05-01 12:00:10  sales',
	]);
});
