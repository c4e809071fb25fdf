import assert from 'node:assert/strict';
import {test} from 'node:test';
import InkOutput from '../../../node_modules/ink/build/output.js';
import type {WireItem} from '../../helpers/fleet.js';
import {drawMonitor} from './drawn-monitor.js';

/** A hundred instances, one of them down, so that every column has its width; those that are named are in another state. */
function fleet(states: Readonly<Record<string, string>> = {}): readonly WireItem[] {
	return Array.from({length: 100}, (_, index) => {
		const name = `shop-${String(index + 1).padStart(3, '0')}`;
		const state = states[name] ?? (index === 0 ? 'disconnected' : 'connected');
		return {name, state, numberJid: `5511999990${String(index).padStart(3, '0')}@s.whatsapp.net`};
	});
}

/** The names in those of the lines that are rows of the grid. */
const rowsAmong = (lines: readonly string[]) => lines.flatMap(line => /shop-\d+/v.exec(line)?.[0] ?? []);

test('a poll that changes nothing draws one frame, in which only the time of the data is painted', async t => {
	const monitor = drawMonitor(30);
	t.after(monitor.end);
	const first = await monitor.does(async () => monitor.poll(fleet()));
	assert.equal(rowsAmong(first.painted).length, 26);
	for (const time of ['12:00:10', '12:00:15']) {
		// eslint-disable-next-line no-await-in-loop -- poll after poll
		const {frames, painted} = await monitor.does(async () => monitor.poll(fleet()));
		assert.equal(frames, 1);
		assert.deepEqual(painted.map(line => line.slice(0, 16)), [` live · ${time}`]);
	}
});

test('an instance that changes is the one row that is painted, and once more when it is no longer fresh', async t => {
	const monitor = drawMonitor(30);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet()));
	await monitor.does(() => {
		monitor.streams.type('j');
	});
	const changed = fleet({'shop-004': 'disconnected'});
	for (const rows of [['shop-004'], ['shop-004'], []]) {
		// eslint-disable-next-line no-await-in-loop -- poll after poll
		const {frames, painted} = await monitor.does(async () => monitor.poll(changed));
		assert.deepEqual([frames, rowsAmong(painted)], [1, rows]);
	}
});

test('an instance out of sight that changes its place only there has no row painted', async t => {
	const monitor = drawMonitor(30);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet()));
	const {frames, painted} = await monitor.does(async () => monitor.poll(fleet().map(item => item.name === 'shop-090' ? {...item, profile: {name: 'Nova'}} : item)));
	assert.deepEqual([frames, rowsAmong(painted)], [1, []]);
});

test('a key that moves the selection draws one frame, in which two rows and the position are painted', async t => {
	const monitor = drawMonitor(30);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet()));
	const {frames, painted} = await monitor.does(() => {
		monitor.streams.type('j');
	});
	assert.equal(frames, 1);
	assert.deepEqual(rowsAmong(painted), ['shop-001', 'shop-002']);
	assert.deepEqual(painted.filter(line => rowsAmong([line]).length === 0).map(line => line.slice(-5)), ['2/100']);
});

test('the next minute paints every row in sight whose age it is, and none beyond', async t => {
	const monitor = drawMonitor(30);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet()));
	const {frames, painted} = await monitor.does(async () => monitor.poll(fleet(), 60_000));
	assert.deepEqual([frames, rowsAmong(painted).length], [1, 26]);
});

test('a poll writes no more than its budget: for nothing, for one of sixty rows, for one row in twenty of those in sight', async t => {
	const monitor = drawMonitor(50, 200);
	t.after(monitor.end);
	const instances = fleet().slice(0, 60);
	const isAmong = (count: number, index: number) => index >= 10 && index < 10 + count;
	const changed = (count: number) => instances.map((item, index) => isAmong(count, index) ? {...item, profile: {name: 'Nova'}} : item);
	await monitor.does(async () => monitor.poll(instances));
	for (const [count, budget] of [[0, 120], [1, 300], [3, 500]] as const) {
		// eslint-disable-next-line no-await-in-loop -- poll after poll
		const work = await monitor.does(async () => monitor.poll(changed(count)));
		assert.equal(rowsAmong(work.painted).length, count === 3 ? 2 : count);
		assert.ok(work.bytes > 0 && work.bytes <= budget, `${work.bytes} bytes for ${count} rows`);
	}
});

test('frames are composed as in the release, by joining lines, and never by Ink itself', async t => {
	const own = t.mock.method(InkOutput.prototype, 'get');
	const monitor = drawMonitor(30);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet()));
	const {frames} = await monitor.does(async () => monitor.poll(fleet()));
	assert.equal(frames, 1);
	assert.equal(own.mock.callCount(), 0, 'Ink was loaded before `tools/release/ink-output/register.ts` was run');
});
