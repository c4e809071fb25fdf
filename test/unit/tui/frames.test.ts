import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
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

/** The monitor with its timeline open, over this fleet. */
async function timeline(t: TestContext, instances: readonly WireItem[], rows = 30, columns = 80) {
	const monitor = drawMonitor(rows, columns);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(instances));
	await monitor.does(() => {
		monitor.press('t');
	});
	// The first looks make a time that was watched, which every strip and SINCE show.
	for (let look = 0; look < 3; look++) {
		await monitor.does(async () => monitor.poll(instances)); // eslint-disable-line no-await-in-loop -- poll after poll
	}

	return monitor;
}

test('in the timeline a poll that changes nothing paints the time of the data alone, and an instance that changes its row and the fleet', async t => {
	const monitor = await timeline(t, fleet());
	await monitor.does(() => {
		monitor.press('j');
	});
	const {frames, painted} = await monitor.does(async () => monitor.poll(fleet()));
	assert.deepEqual([frames, painted.map(line => line.slice(0, 16))], [1, [' live · 12:00:25']]);
	const changed = await monitor.does(async () => monitor.poll(fleet({'shop-004': 'disconnected'})));
	assert.deepEqual([changed.frames, rowsAmong(changed.painted)], [1, ['shop-004']]);
});

test('in the timeline a key that moves the selection paints two rows, and one that moves the cursor the ruler and the row that it is about', async t => {
	const monitor = await timeline(t, fleet());
	const press = async (key: string) => monitor.does(() => {
		monitor.press(key);
	});
	const moved = await press('down');
	assert.deepEqual([moved.frames, rowsAmong(moved.painted)], [1, ['shop-001', 'shop-002']]);
	const left = await press('left');
	assert.deepEqual([left.frames, rowsAmong(left.painted)], [1, ['shop-002']]);
});

test('in the timeline a poll that changes nothing writes little on a large screen, and one that changes an instance paints it and the row that was the first', async t => {
	const instances = fleet().slice(0, 60);
	const monitor = await timeline(t, instances, 50, 200);
	const quiet = await monitor.does(async () => monitor.poll(instances));
	// The line of the time of the data has the spans too.
	assert.ok(quiet.bytes > 0 && quiet.bytes <= 120, `${quiet.bytes} bytes`);
	const one = await monitor.does(async () => monitor.poll(instances.map((item, index) => index === 10 ? {...item, state: 'disconnected'} : item)));
	assert.deepEqual(rowsAmong(one.painted), ['shop-011', 'shop-001']);
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

test('in the detail a second paints the ages that it changes, and draws nothing where none in sight is told to the second', async t => {
	t.mock.timers.enable({apis: ['setInterval']});
	const monitor = drawMonitor(50, 120);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet()));
	await monitor.does(() => {
		monitor.streams.type('\r');
	});
	const pass = async (milliseconds: number) => monitor.does(() => {
		monitor.pass(milliseconds);
		t.mock.timers.tick(1000);
	});

	const nothing = {
		frames: 0, painted: [], dimmed: [], bytes: 0,
	};
	assert.deepEqual(await pass(1000), nothing);
	await monitor.does(() => {
		monitor.streams.type('9');
	});
	for (const age of ['2s', '3s']) {
		// eslint-disable-next-line no-await-in-loop -- second after second
		const {frames, painted} = await pass(1000);
		assert.equal(frames, 1);
		assert.ok(painted.length > 0 && painted.every(line => line.endsWith(`${age} ago`)), painted.join('\n'));
	}

	await pass(5 * 60 * 60_000);
	assert.deepEqual(await pass(1000), nothing);
});
