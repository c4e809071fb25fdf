import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {WireItem} from '../../helpers/fleet.js';
import {drawMonitor} from './drawn-monitor.js';

const names = ['anna', 'berta', 'carla', 'dora', 'emma', 'frida'];
const up: readonly WireItem[] = [...names, 'zoe'].map(name => ({name, state: 'connected'}));

/** All are connected but these. */
const without = (...down: readonly string[]) => up.map(item => down.includes(item.name) ? {...item, state: 'disconnected'} : item);

/** A monitor in which six of seven fell within two polls, and one after that by itself. */
async function fallen(rows = 20, columns = 80) {
	const monitor = drawMonitor(rows, columns);
	const does = async (happens: () => Promise<void> | void) => {
		const {painted} = await monitor.does(happens);
		return painted;
	};

	const poll = async (items: readonly WireItem[], after?: number) => does(async () => monitor.poll(items, after));
	const press = async (...keys: readonly string[]) => does(() => {
		for (const key of keys) {
			monitor.press(key);
		}
	});
	await poll(up);
	await poll(without(...names.slice(0, 3)));
	await poll(without(...names));
	return {...monitor, poll, press};
}

/** The lines of events among those that were painted: what stands before the two blanks behind the time is the marker. */
const eventsAmong = (painted: readonly string[]) => painted.filter(line => /^[ ▌] *\d\d:\d\d:\d\d {2}/v.test(line)).map(line => line.trim().replaceAll(/ {2,}/gv, '  '));

const folded = '▸ 6 of 7 fell';

test('the falls of one mass event are one line, which Enter unfolds and folds again', async t => {
	const monitor = await fallen();
	t.after(monitor.end);
	const opened = await monitor.press('e');
	const [line, ...others] = eventsAmong(opened);
	assert.ok(line?.startsWith(`▌ 12:00:15  ${folded}`), line);
	assert.match(opened.join('\n'), / Enter unfold /v);
	assert.deepEqual(others, []);

	const all = await monitor.press('enter');
	assert.match(all.join('\n'), / Enter fold /v);
	const unfolded = eventsAmong(all);
	assert.ok(unfolded[0]?.startsWith('▌ 12:00:15  ▾ 6 of 7 fell'), unfolded[0]);
	assert.deepEqual(unfolded.slice(1), [
		...['frida', 'emma', 'dora'].map(name => `12:00:15  ${name}  connected → disconnected, after at least 5s`),
		...['carla', 'berta', 'anna'].map(name => `12:00:10  ${name}  connected → disconnected`),
	]);
	assert.equal(eventsAmong(await monitor.press('enter')).filter(text => text.includes(folded)).length, 1);
});

test('the line of a mass event stays selected where new events come, and the fall under the cursor goes into it', async t => {
	const monitor = await fallen();
	t.after(monitor.end);
	await monitor.press('e', 'enter', 'down', 'down');
	await monitor.poll(without(...names, 'zoe').map(item => item.name === 'anna' ? {...item, state: 'connected'} : item));
	// The cursor is on a fall, and goes to its mass event as in a tree; there the mass event is folded.
	const back = eventsAmong(await monitor.press('left'));
	assert.ok(back.some(line => line.startsWith('▌ 12:00:20  ▾ 7 of 7 fell')), back.join('\n'));
	const closed = eventsAmong(await monitor.press('left'));
	assert.ok(closed.some(line => line.startsWith('▌ 12:00:20  ▸ 7 of 7 fell')), closed.join('\n'));
});

test('Enter on a fall opens its instance, and a mass event that begins takes the selected fall into its line', async t => {
	const monitor = await fallen();
	t.after(monitor.end);
	await monitor.press('e', 'right', 'right');
	assert.ok((await monitor.press('enter')).some(line => line.includes('Connection')));

	const early = drawMonitor(20);
	t.after(early.end);
	await early.does(async () => early.poll(up));
	await early.does(async () => early.poll([...without('anna'), {name: 'new', state: 'connected'}]));
	await early.does(async () => early.poll([...without('anna', 'berta'), {name: 'new', state: 'connected'}]));
	await early.does(() => {
		early.press('e');
		early.press('down');
		early.press('down');
	});
	const {painted} = await early.does(async () => early.poll([...without(...names), {name: 'new', state: 'connected'}]));
	assert.ok(eventsAmong(painted).some(line => line.startsWith('▌ 12:00:20  ▸ 6 of 8 fell')), painted.join('\n'));
});

test('with a filter a mass event tells how many of its falls match, and unfolds to those alone', async t => {
	const monitor = await fallen();
	t.after(monitor.end);
	await monitor.press('e', '/', 'd', 'o', 'r', 'a');
	const [line, ...others] = eventsAmong(await monitor.press('enter', 'enter'));
	assert.ok(line?.includes('▾ 1 of 6 match: 6 of 7 fell'), line);
	assert.deepEqual(others, ['12:00:15  dora  connected → disconnected, after at least 5s']);
});

test('on a large screen the newest events stand below the grid, a mass event in one line, and a key there moves the grid alone', async t => {
	const monitor = drawMonitor(30, 160);
	t.after(monitor.end);
	const {painted: quiet} = await monitor.does(async () => monitor.poll(up));
	assert.ok(quiet.every(line => !line.includes('EVENTS')), 'nothing has happened');
	await monitor.does(async () => monitor.poll([...up, {name: 'nora', state: 'connected'}]));
	const {painted} = await monitor.does(async () => monitor.poll([...without(...names), {name: 'nora', state: 'connected'}]));
	assert.deepEqual(painted.flatMap(line => /^ {2}\d\d:\d\d:\d\d.*(?:fell|→)/v.exec(line)?.[0] ?? []), ['  12:00:15  ▸ 6 of 8 fell']);
	// Nothing new happens: none of these lines is painted again, and the cursor moves in the grid.
	const {painted: moved} = await monitor.does(() => {
		monitor.press('down');
	});
	assert.ok(moved.length > 0 && moved.every(line => !/\d\d:\d\d:\d\d/v.test(line)), moved.join('\n'));
	const {painted: detail} = await monitor.does(() => {
		monitor.press('enter');
	});
	assert.ok(detail.every(line => !line.includes('EVENTS')));
});

test('a screen that is too small for a grid tells on its second line what fell, else the worst instance, and polling below that', async t => {
	const linesOf = async (rows: number, ...polls: ReadonlyArray<readonly WireItem[]>) => {
		const monitor = drawMonitor(rows, 70);
		t.after(monitor.end);
		let all: readonly string[] = [];
		for (const items of polls) {
			// eslint-disable-next-line no-await-in-loop -- poll after poll
			({painted: all} = await monitor.does(async () => monitor.poll(items)));
		}

		return all;
	};

	const [, second, third] = await linesOf(3, up, without(...names));
	assert.match(second ?? '', /^6 of 7 fell 12:00:05–10/v);
	assert.match(third ?? '', /live/v);
	assert.match((await linesOf(2, without('zoe')))[1] ?? '', /^zoe: down/v);
	assert.match((await linesOf(2, up))[1] ?? '', /live/v);
});
