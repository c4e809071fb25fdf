import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newFleet} from '../../../source/core/fleet/fleet.js';
import {initialView, type ViewState} from '../../../source/core/view/view-state.js';
import {createLayout} from '../../../source/tui/store/layout.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../helpers/fleet.js';
import {listed} from '../../helpers/fold-snapshot.js';
import {drawMonitor} from './drawn-monitor.js';

const fleet = Array.from({length: 100}, (_, index) => ({name: `shop-${String(index + 1).padStart(3, '0')}`, state: 'connected'}));

test('after a resize that is not drawn yet, a page key moves by the page that is on the screen', async t => {
	const monitor = drawMonitor(30);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet));
	await monitor.does(() => {
		monitor.streams.resize(80, 60);
		monitor.press('pagedown');
		assert.equal(monitor.selected(), 'shop-026');
	});
	monitor.press('pagedown');
	assert.equal(monitor.selected(), 'shop-081', 'once it is drawn, a page has the new height');
});

test('keys that come in one burst move in the view that the first of them opened, though it is not drawn yet', async t => {
	const monitor = drawMonitor(12, 160);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(fleet));
	for (const chord of ['enter', 'pagedown', 'q', 'down'] as const) {
		monitor.press(chord);
	}

	assert.ok(monitor.field() > 1, 'a page of fields');
	assert.equal(monitor.selected(), 'shop-002');
	monitor.press('q');
	assert.deepEqual(monitor.left(), [], 'the pane beside the grid is closed first');
	monitor.press('q');
	assert.deepEqual(monitor.left(), [0]);
});

test('before the first frame the layout is that of the terminal', t => {
	const monitor = drawMonitor(30);
	t.after(monitor.end);
	// At once: the path over the client takes turns in which a frame would be drawn.
	monitor.polled(listed(snapshotOf(fleet, noon + 5000)), account);
	monitor.press('pagedown');
	assert.equal(monitor.selected(), 'shop-026');
});

test('a frame and the keys after it use one and the same layout', () => {
	let view: ViewState = initialView;
	const known = newFleet([]);
	const layout = createLayout({fillsOf: ({place}) => place === 'detail' ? 'detail' : 'grid', state: () => ({view, fleet: known}), size: () => ({columns: 80, rows: 24})});
	assert.deepEqual(layout.current().size, {columns: 80, rows: 24});
	const frame = layout.divide({columns: 160, rows: 50}, {view, fleet: known});
	layout.drawn({columns: 160, rows: 50});
	assert.equal(layout.current(), frame);
	view = {...view, place: 'detail'};
	assert.notEqual(layout.current(), frame);
	assert.equal(layout.divide({columns: 160, rows: 50}, {view, fleet: known}), layout.current());
});

test('a narrow detail names the section that one is in and those in trouble, as far as they fit, and leaves out the others first', async t => {
	const strips = async (columns: number, item: WireItem, ...keys: readonly string[]) => {
		const monitor = drawMonitor(15, columns);
		t.after(monitor.end);
		await monitor.does(async () => monitor.poll([item]));
		const {painted} = await monitor.does(() => {
			for (const key of ['enter', ...keys]) {
				monitor.press(key);
			}
		});
		return painted.findLast(line => /^\d[ !+·]/v.test(line));
	};

	const webhook = {enabled: true, url: ''};
	const odd = {
		name: 'a', state: 'connected', webhook, chatwoot: {enabled: true, status: 'error'},
	};
	assert.equal(await strips(60, odd, '1'), '1 Connection+ 2  3  4 Webhook! 5+ 6 Chatwoot! 7· 8· 9  0');
	assert.equal(await strips(40, odd, '1'), '1 Connection+ 4 Webhook! 6 Chatwoot!');
	assert.equal(await strips(40, odd, '0'), '4 Webhook! 6 Chatwoot! 0 JSON');
	assert.equal(await strips(40, {...odd, proxy: {enabled: true, host: ''}}, '2'), '1+ 2 Profile  3  4! 5+ 6! 7! 8· 9  0');
});
