import assert from 'node:assert/strict';
import {test} from 'node:test';
import {eventList, moveInList} from '../../../source/core/view/list-view.js';
import {account, noon} from '../../helpers/fleet.js';
import {drawMonitor} from './drawn-monitor.js';
import {createMonitor} from './store/monitor.js';

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

test('what the selected line has no room for is drawn over its neighbours, below it or at the end above it, and no other line moves', async t => {
	const monitor = drawMonitor(8, 60);
	t.after(monitor.end);
	const items = (...down: readonly string[]) => ['a', 'b', 'c'].map(name => ({name, state: down.includes(name) ? 'disconnected' : 'connected'}));
	for (const down of [[], [], ['a'], ['a', 'b'], ['b'], ['b', 'c']]) {
		// eslint-disable-next-line no-await-in-loop -- poll after poll
		await monitor.does(async () => monitor.poll(items(...down)));
	}

	const press = async (key: string) => {
		const {painted} = await monitor.does(() => {
			monitor.press(key);
		});
		return painted.filter(line => /^[ ▌] (?: {6,}|\d\d:)/v.test(line));
	};

	const [name, after] = [' '.repeat(14), ' '.repeat(29)];
	assert.deepEqual(await press('e'), [
		`▌ 12:00:30  c  ${name}connected → disconnected, after`,
		`${after}at least 20s`,
		`  12:00:20  b  ${name}→ disconnected, after at least…`,
		`  12:00:15  a  ${name}→ disconnected, after at least…`,
	]);
	assert.deepEqual(await press('j'), [
		`  12:00:30  c  ${name}→ disconnected, after at least…`,
		`▌ 12:00:25  a  ${name}disconnected → connected, after`,
		`${after}10s`,
	]);
	assert.deepEqual(await press('G'), [
		`  12:00:25  a  ${name}→ connected, after 10s`,
		`▌ 12:00:15  a  ${name}connected → disconnected, after`,
		`${after}at least 5s`,
	]);
});

test('what the list has no room for is told briefly, with the state that an instance came to and the length of the former one', async t => {
	const monitor = drawMonitor(10, 50);
	t.after(monitor.end);
	const states = (sales: string, other = 'connected') => [{name: 'other', state: other}, {name: 'sales', state: sales}];
	const polls = ['disconnected', 'connected', 'disconnected', 'connected', 'disconnected'].map(state => states(state));
	for (const items of [states('connected'), ...polls, states('disconnected', 'disconnected'), states('disconnected', 'connecting')]) {
		// eslint-disable-next-line no-await-in-loop -- poll after poll
		await monitor.does(async () => monitor.poll(items));
	}

	const press = async (key: string) => {
		const {painted} = await monitor.does(() => {
			monitor.press(key);
		});
		return painted.filter(line => /^ {2}12:/v.test(line));
	};

	assert.deepEqual(await press('e'), ['  12:00:30  sales         ▸ now disconnected, fla…']);
	assert.deepEqual(await press('G'), [
		'  12:00:40  other         → connecting, after 5s',
		'  12:00:35  other         → disconnected, after a…',
	]);
});

test('what the newest line has no room for is drawn over no line that tells of many instances', async t => {
	const monitor = drawMonitor(10, 50);
	t.after(monitor.end);
	const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
	const states = (state: string, other: string) => [...names.map(name => ({name, state})), {name: 'other', state: other}];
	for (const items of [states('connected', 'connecting'), states('disconnected', 'connecting'), states('disconnected', 'disconnected')]) {
		// eslint-disable-next-line no-await-in-loop -- poll after poll
		await monitor.does(async () => monitor.poll(items));
	}

	const {painted} = await monitor.does(() => {
		monitor.press('e');
	});
	assert.deepEqual(painted.filter(line => /^[ ▌] 12:/v.test(line)), [
		'▌ 12:00:15  other         → disconnected, after a…',
		'  12:00:10  ▸ 8 of 9 fell 12:00:05–10',
	]);
});

test('`G` goes to the oldest event, and on to those that are looked up behind it, until another key goes elsewhere', () => {
	const {poll, actions, selectors, store} = createMonitor();
	for (const [index, state] of ['connected', 'disconnected', 'connected'].entries()) {
		poll([{name: 'a', state}], noon + (index * 5000));
	}

	const [newest] = store.getState().fleet.log.events;
	assert.ok(newest);
	const move = (steps: number) => {
		const ids = selectors.eventLines(store.getState()).map(({id}) => id);
		actions.ownChanged(eventList, list => moveInList({...list, selected: ids[selectors.eventIndex(store.getState())]}, ids, steps, 2));
	};

	const recall = (id: number) => {
		actions.olderRecalled(account, {
			events: [{...newest, id, at: noon + (id * 3_600_000)}], falls: [], older: {change: 1, at: noon},
		});
	};

	const place = () => `${selectors.eventIndex(store.getState()) + 1} of ${selectors.eventLines(store.getState()).length}`;
	move(Infinity);
	assert.equal(place(), '2 of 2');
	recall(-1);
	assert.equal(place(), '3 of 3');
	move(-1);
	recall(-2);
	assert.equal(place(), '2 of 4');
});
