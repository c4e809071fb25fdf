import assert from 'node:assert/strict';
import {test} from 'node:test';
import {drawMonitor} from '../drawn-monitor.js';

const fleet = [
	{name: 'shop-1', state: 'disconnected'},
	{name: 'shop-2', state: 'disconnected'},
	{name: 'shop-3', state: 'connected'},
];

test('Space acknowledges one row after the other, whose rows are dim, behind the others of their kind, and counted', async t => {
	const monitor = drawMonitor(24, 120);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet));
	const {dimmed, painted} = await monitor.does(() => {
		monitor.streams.type('  ');
	});
	assert.deepEqual(dimmed.map(line => /shop-\d/v.exec(line)?.[0]), ['shop-1', 'shop-2']);
	assert.equal(monitor.selected(), 'shop-3');
	assert.ok(painted.some(line => / 2 acknowledged {2}3\/3$/v.test(line)), painted.join('\n'));
});

test('A asks once whether all that are shown and not fine shall be acknowledged, and takes it back where they all are', async t => {
	const monitor = drawMonitor(24, 100);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet));
	const press = async (keys: string) => {
		const {painted} = await monitor.does(() => {
			monitor.streams.type(keys);
		});
		return painted.findLast(line => line.startsWith(' ') && line.includes('acknowledg'))?.replace(/ {2}.*/v, '');
	};

	const count = () => monitor.state().view.acknowledged.size;
	assert.deepEqual([await press('A'), count()], [' acknowledge 2 shown? y yes, any other key no', 0]);
	assert.deepEqual([await press('\u{3}'), count(), monitor.left()], [undefined, 0, []]);
	assert.deepEqual([await press('Ay'), count()], [' 2 acknowledged until their states change', 2]);
	assert.deepEqual([await press('A'), count()], [' take back the acknowledgement of 2 shown? y yes, any other key no', 2]);
	assert.deepEqual([await press('y'), count()], [' 2 no longer acknowledged', 0]);
	monitor.press('/');
	assert.deepEqual([await press('shop-3\rA'), count()], [' all that are shown are fine: there is nothing to acknowledge', 0]);
});

test('Ctrl+C leaves a prompt, whose former text is restored, and only then quits', async t => {
	const monitor = drawMonitor(24);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet));
	await monitor.does(() => {
		monitor.streams.type('/shop\r/xyz');
	});
	monitor.press('ctrl+c');
	assert.deepEqual([monitor.state().view.filter.text, monitor.state().view.prompt, monitor.left()], ['shop', undefined, []]);
	monitor.press('ctrl+c');
	assert.deepEqual(monitor.left(), [130]);
});

test('a screen that is too small for a grid asks in place of its counts', async t => {
	const monitor = drawMonitor(3, 20);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet));
	const asked = await monitor.does(() => {
		monitor.streams.type('A');
	});
	assert.deepEqual(asked.painted, ['acknowledge 2 shown?', 'y yes, else no']);
	const answered = await monitor.does(() => {
		monitor.streams.type('y');
	});
	assert.deepEqual([monitor.state().view.acknowledged.size, answered.painted.some(line => line.includes('yes'))], [2, false]);
});
