import assert from 'node:assert/strict';
import {test} from 'node:test';
import {eventList} from '../../../../source/core/view/list-view.js';
import {drawMonitor} from '../drawn-monitor.js';

const name = (index: number) => `shop-${String(index).padStart(2, '0')}`;
const fleet = Array.from({length: 40}, (_, index) => ({name: name(index), state: 'connected'}));

/** A monitor over forty instances: the grid's titles are line 2 of the screen, from 0, and its first row line 3. */
const open = async (rows: number, columns: number) => {
	const monitor = drawMonitor(rows, columns);
	await monitor.does(async () => monitor.poll(fleet));
	const send = async (...reports: readonly string[]) => monitor.does(() => {
		monitor.streams.type(reports.map(report => `\u{1B}[<${report}`).join(''));
	});
	return {
		...monitor,
		click: async (column: number, row: number) => send(`0;${column + 1};${row + 1}M`, `0;${column + 1};${row + 1}m`),
		wheel: async (turns: number, column = 5, row = 5) => send(...Array.from({length: Math.abs(turns)}, () => `${turns > 0 ? 65 : 64};${column + 1};${row + 1}M`)),
		send,
	};
};

test('a click selects a row, and a second one opens it', async t => {
	const monitor = await open(24, 80);
	t.after(monitor.end);
	await monitor.click(10, 5);
	assert.deepEqual([monitor.selected(), monitor.state().view.place], [name(2), 'grid']);
	await monitor.click(10, 5);
	assert.deepEqual([monitor.selected(), monitor.state().view.place], [name(2), 'detail']);
});

test('a first click on the row where the selection rests only selects it', async t => {
	const monitor = await open(24, 80);
	t.after(monitor.end);
	await monitor.click(10, 3);
	assert.deepEqual([monitor.selected(), monitor.state().view.place, monitor.state().view.selection.key !== undefined], [name(0), 'grid', true]);
});

test('the wheel scrolls the list under it, and the selection stays on its instance until that is out of sight', async t => {
	const monitor = await open(13, 80);
	t.after(monitor.end);
	await monitor.wheel(-1);
	assert.equal(monitor.state().view.selection.key, undefined, 'nothing was scrolled, so that it rests');
	await monitor.click(10, 3 + 5);
	await monitor.wheel(1);
	assert.deepEqual([monitor.selected(), monitor.state().view.selection.line], [name(5), 2]);
	await monitor.wheel(1);
	assert.deepEqual([monitor.selected(), monitor.state().view.selection.line], [name(6), 0]);
	await monitor.wheel(50);
	assert.deepEqual([monitor.selected(), monitor.state().view.selection.line], [name(31), 0]);
});

test('a click on a title sorts by its column, and another one turns that round', async t => {
	const monitor = await open(24, 80);
	t.after(monitor.end);
	await monitor.click(20, 2);
	const {sort} = monitor.state().view;
	await monitor.click(20, 2);
	assert.deepEqual([sort, monitor.state().view.sort], [{by: 'name', isReversed: false}, {by: 'name', isReversed: true}]);
	await monitor.click(3, 2);
	assert.deepEqual(monitor.state().view.sort, {by: 'state', isReversed: false});
});

test('beside the grid a click gives the detail the keys, and its cursor to a field or a section, and one in the grid takes them back', async t => {
	const monitor = await open(30, 160);
	t.after(monitor.end);
	monitor.press('enter');
	monitor.press('esc');
	const {field} = monitor.state().view.detail;
	await monitor.does(() => undefined);
	await monitor.click(110, 8);
	assert.deepEqual([monitor.state().view.place, monitor.state().view.detail.field !== field], ['detail', true]);
	await monitor.click(84, 5 + 3);
	assert.equal(monitor.state().view.detail.section, 'webhook');
	const {detail} = monitor.state().view;
	await monitor.wheel(2, 110, 8);
	assert.notDeepEqual(monitor.state().view.detail, detail);
	await monitor.click(10, 5);
	assert.deepEqual([monitor.state().view.place, monitor.selected(), monitor.state().view.isPaneOpen], ['grid', name(2), true]);
});

test('the wheel and clicks work in the timeline, the events and the help', async t => {
	const monitor = await open(13, 80);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet.map(item => ({...item, state: 'connecting'}))));
	await monitor.does(async () => monitor.poll(fleet));
	monitor.press('t');
	await monitor.does(() => undefined);
	await monitor.click(10, 2 + 2 + 1);
	assert.equal(monitor.state().view.selection.line, 1);
	monitor.press('e');
	await monitor.does(() => undefined);
	await monitor.click(10, 3 + 2);
	const list = () => eventList.read(monitor.state().view);
	const {selected} = list();
	assert.notEqual(selected, undefined);
	await monitor.wheel(1);
	assert.deepEqual([list().selected === selected, list().line], [false, 0]);
	await monitor.click(10, 3);
	assert.equal(monitor.state().view.place, 'detail');
	monitor.press('?');
	await monitor.does(() => undefined);
	const {painted} = await monitor.wheel(1);
	assert.ok(painted.some(line => / 4-\d+\/\d+$/v.test(line)), painted.join('\n'));
});

test('while a person types, is asked or has a menu open, outside the body, and at absurd places, the mouse does nothing', async t => {
	const monitor = await open(24, 80);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet.map(item => ({...item, state: 'disconnected'}))));
	const before = monitor.state().view;
	await monitor.send('0;5;1M', '0;5;24M', '0;99999;5M', '0;5;99999M', '65;1;1M');
	assert.deepEqual(monitor.state().view.selection, before.selection);
	for (const key of ['/', 'A', ':', 's']) {
		monitor.press(key);
		const {view} = monitor.state();
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await monitor.send('0;11;7M', '0;11;7m', '65;11;7M');
		assert.equal(monitor.state().view, view, key);
		monitor.press('ctrl+c');
	}
});
