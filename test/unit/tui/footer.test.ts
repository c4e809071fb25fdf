import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import type {Chord} from '../../../source/core/keymap/bindings.js';
import {drawMonitor} from './drawn-monitor.js';

/** Opens a monitor of a few instances. The function that it gives presses keys, and tells the footer as it was painted last. */
async function open(t: TestContext, columns = 80, count = 3) {
	const monitor = drawMonitor(12, columns);
	t.after(monitor.end);
	let footer = '';
	const see = async (happens: () => Promise<void> | void) => {
		const {painted} = await monitor.does(happens);
		footer = painted.findLast(line => / q(?: |$)/v.test(line)) ?? footer;
		return footer;
	};

	const items = Array.from({length: count}, (_, index) => ({name: `support-${index}`, state: index % 5 === 4 ? 'connected' : 'disconnected'}));
	await see(async () => monitor.poll(items));
	const press = async (...chords: readonly Chord[]) => see(() => {
		for (const chord of chords) {
			monitor.press(chord);
		}
	});
	return {press, monitor, items};
}

test('a notice ends as soon as another place is opened, and is not back with the place that it came up in', async t => {
	await Promise.all(([['enter', 'q'], ['e', 'q'], ['t', 'q'], ['?', 'q'], ['/', 'esc']] as const).map(async ([opens, leaves]) => {
		const {press} = await open(t);
		assert.match(await press(' '), /support-\d is acknowledged/v, opens);
		// The prompt has no footer, whose last line is told until there is another one.
		assert.match(await press(opens), opens === '/' ? /acknowledged/v : / q back /v, opens);
		assert.match(await press(leaves), /^ Enter detail .* q quit /v, opens);
	}));
});

test('a notice stays while its place does, and q and ? stay with it', async t => {
	const {press} = await open(t, 40);
	await press(' ');
	const footer = await press('j');
	assert.match(footer, /^ support-\d is acknowledged.*… {2}q {2}\?$/v);
});

test('q in the grid beside an open detail goes back, and the footer says so', async t => {
	const {press, monitor} = await open(t, 150);
	assert.match(await press(), / q quit /v);
	assert.match(await press('enter'), / q back /v);
	assert.match(await press('esc'), / q back /v);
	assert.match(await press('q'), / q quit /v);
	assert.deepEqual(monitor.left(), []);
});

test('worse rows out of sight above are counted in the grid and in the timeline, but not those that are acknowledged or filtered out', async t => {
	const {press} = await open(t, 80, 60);
	// 48 rows are down, and 8 are in sight in the grid, 7 in the timeline.
	assert.match(await press('G'), /▲ 48 worse above/v);
	assert.match(await press('t'), /▲ 48 worse above/v);
	assert.match(await press('q', 'g', ' ', 'G', 't'), /▲ 47 worse above/v);
	assert.doesNotMatch(await press('q', '1'), /worse above/v);
	assert.match(await press('0', '3', 'G'), /▲ 40 worse above/v);
	assert.doesNotMatch(await press('g'), /worse above/v);
	assert.doesNotMatch(await press('0', 'S', 'G'), /worse above/v);
});

test('what cannot be used of a filter is told once: in the prompt, then in the header, or in the body where the filter hides all', async t => {
	const monitor = drawMonitor(12, 120);
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll([{name: 'a'}, {name: 'b'}]));
	for (const [filter, mistake] of [['chatwoot:e', 'it can be on, off'], ['state:z', 'no instance has the state z']] as const) {
		let told: readonly string[] = [];
		for (const key of ['/', ...filter, 'enter']) {
			// eslint-disable-next-line no-await-in-loop -- key after key
			const {painted} = await monitor.does(() => {
				monitor.press(key);
			});
			told = painted.filter(text => text.includes(mistake));
			assert.ok(told.length <= 1, told.join('\n'));
		}

		assert.equal(told.length, 1, filter);
		// eslint-disable-next-line no-await-in-loop -- filter after filter
		await monitor.does(() => {
			monitor.press('esc');
		});
	}
});

test('the words of keys tell what they do now: let go, hide, fold, all', async t => {
	const {press} = await open(t, 200);
	assert.match(await press('p'), / p let go/v);
	assert.match(await press('p'), / p hold/v);
	assert.match(await press('!'), / ! all /v);
	assert.match(await press('!'), / ! trouble /v);
	assert.match(await press('enter'), / x reveal /v);
	assert.match(await press('x'), / x hide /v);
	assert.doesNotMatch(await press('2'), / x /v);
	assert.doesNotMatch(await press('t'), / t timeline/v);
	assert.doesNotMatch(await press('?'), /\? help/v);
});
