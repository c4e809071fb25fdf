import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {account} from '../../../helpers/fleet.js';
import {drawMonitor} from '../drawn-monitor.js';
import {createHandPatience} from '../store/hand-patience.js';

/** The most steps that a key and its frame may wait for, of each of the few things that a frame asks for. */
const mostSteps = 3;

const names = Array.from({length: 600}, (_, index) => `shop-${String(index).padStart(3, '0')}`);

/** A monitor of a fleet whose rows are not ready within the steps that a key waits for. */
async function drawLarge(t: TestContext) {
	const hand = createHandPatience(mostSteps - 1);
	const monitor = drawMonitor(20, 100, [account], {patience: hand.patience});
	t.after(monitor.end);
	await monitor.does(async () => monitor.poll(names.map(name => ({name, state: name.endsWith('7') ? 'disconnected' : 'connected'}))));
	return {
		...monitor,
		hand,
		/** Types keys, and gives the lines that were painted and the steps that the keys and their frame have waited for. */
		async types(keys: string) {
			const before = hand.taken();
			const {painted} = await monitor.does(() => {
				monitor.streams.type(keys);
			});
			return {painted, steps: hand.taken() - before};
		},
		/** Ends the work under way, and that which its result leads to. */
		async rests() {
			const lines: string[] = [];
			while (hand.waiting() > 0) {
				// eslint-disable-next-line no-await-in-loop -- one after the other
				const {painted} = await monitor.does(() => {
					hand.finish();
					monitor.redraw();
				});
				lines.push(...painted);
			}

			return lines;
		},
	};
}

const rowsAmong = (painted: readonly string[]) => painted.filter(line => /connected +shop-\d/v.test(line));

test('a letter is drawn before the rows that it finds, and no count is told until they are there', async t => {
	const {types, rests} = await drawLarge(t);
	await types('/');
	const {painted} = await types('s');
	assert.ok(painted.some(line => /^ \/s .*… of 600$/v.test(line)), painted.join('\n'));
	assert.deepEqual(rowsAmong(painted), []);
	const after = await rests();
	assert.ok(after.some(line => line.endsWith('600 of 600')), after.join('\n'));
	await types('hop-599');
	const found = await rests();
	assert.ok(found.some(line => line.endsWith('1 of 600')));
	assert.equal(rowsAmong(found).length, 1);
});

test('no key, nor its frame, computes more than some steps of the rows of a large fleet, whatever it changes', async t => {
	const {types, rests, hand} = await drawLarge(t);
	const waited: Array<readonly [string, number]> = [];
	let behind = 0;
	for (const keys of ['/', 's', 'h', '\u{7F}', '-5', '\u{D}', '\u{1B}', '2', '2', '!', '!', '>', '>', 'S', '<', 'G', 'g', 'j', ' ', 't', 't', 'e', 'e']) {
		// eslint-disable-next-line no-await-in-loop -- key after key
		const {steps} = await types(keys);
		waited.push([keys, steps]);
		behind += Number(hand.waiting() > 0);
		// eslint-disable-next-line no-await-in-loop -- key after key
		await rests();
	}

	assert.deepEqual(waited.filter(([, steps]) => steps > 2 * mostSteps), []);
	assert.ok(behind > 5, 'most of it was left for later');
});

test('Enter keeps a filter whose rows are not there yet, and Esc leaves the former one', async t => {
	const {types, rests, state, selected, press} = await drawLarge(t);
	await types('/shop-123\u{D}');
	assert.deepEqual([state().view.filter.text, state().view.prompt, selected()], ['shop-123', undefined, 'shop-007']);
	await rests();
	assert.equal(selected(), 'shop-123');
	await types('/x');
	press('esc');
	assert.deepEqual([state().view.filter.text, state().view.prompt], ['shop-123', undefined]);
	await rests();
	assert.equal(selected(), 'shop-123');
});

test('a key moves among the rows that are shown, and acts on the one that is shown as selected', async t => {
	const {types, rests, state, selected} = await drawLarge(t);
	await types('jj');
	assert.equal(selected(), 'shop-027');
	await types('/shop-2\u{D}');
	assert.equal(selected(), 'shop-027');
	await types('j');
	assert.equal(selected(), 'shop-037');
	await types(' ');
	assert.equal([...state().view.acknowledged.keys()].length, 1);
	assert.match([...state().view.acknowledged.keys()].join(''), /37/v);
	await rests();
	assert.equal(selected(), 'shop-207', 'the first of those that the filter shows, since the one that was selected is not among them');
});
