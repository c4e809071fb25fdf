import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';
import {asciiSymbols, unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {toAscii} from '../../../source/core/text/portable/to-ascii.js';
import {startAnnouncer} from '../../../source/tui/announcer.js';
import {noon} from '../../helpers/fleet.js';
import {utc} from '../../helpers/utc.js';
import {createMonitor} from './store/monitor.js';

test('the title says while polls fail or the picture is held how old its counts are, in steps that come without a poll', async () => {
	const {store, selectors, poll, end: pollEnded} = createMonitor();
	poll([{name: 'a'}], noon);
	let written = '';
	let now = noon;
	const sleeps: Array<{readonly end: () => void; readonly delay: number; readonly signal: AbortSignal}> = [];
	const {resume, end} = startAnnouncer({
		store, selectors, symbols: unicodeSymbols, plain: text => text, settings: {hasBell: false, hasNotifications: false}, env: {TERM: 'xterm'}, now: () => now, time: utc,
		write(text) {
			written += text;
		},
		async sleep(delay, signal) {
			const {promise, resolve} = Promise.withResolvers<void>();
			sleeps.push({end: resolve, delay, signal});
			return promise;
		},
	});
	const titles = () => written.split('\u{1B}]2;').slice(1).map(text => text.split('\u{7}', 1)[0]);
	resume();
	assert.equal(sleeps.length, 0, 'no timer while all is well');
	now += 55_000;
	pollEnded({kind: 'unreachable', reason: 'refused'}, now);
	assert.equal(sleeps.at(-1)?.delay, 5000);
	now += 5000;
	sleeps.at(-1)?.end();
	await setImmediate();
	assert.deepEqual(titles(), ['●1 ryzetop example.com', 'stale <1m ●1 ryzetop example.com', 'stale 1m ●1 ryzetop example.com']);
	assert.equal(sleeps.at(-1)?.delay, 60_000);
	poll([{name: 'a'}], now);
	store.setState(state => ({
		...state, view: {
			...state.view, held: {
				at: now, inventory: state.fleet.inventory, masses: state.fleet.masses, lastHour: state.lastHour,
			},
		},
	}));
	now += 60_000;
	sleeps.at(-1)?.end();
	await setImmediate();
	assert.deepEqual(titles().slice(-3), ['●1 ryzetop example.com', 'held <1m ●1 ryzetop example.com', 'held 1m ●1 ryzetop example.com']);
	end();
	assert.ok(sleeps.at(-1)?.signal.aborted);
	const before = written;
	resume();
	assert.equal(written, before, 'the title that was given back is not taken again');
});

test('in ASCII the title and a notification are in ASCII', () => {
	const {store, selectors, poll} = createMonitor();
	poll([{name: 'são-paulo'}], noon);
	let written = '';
	let now = noon;
	const {resume} = startAnnouncer({
		store, selectors, symbols: asciiSymbols, plain: toAscii, settings: {hasBell: false, hasNotifications: true}, env: {TERM: 'xterm'}, now: () => now, time: utc,
		write(text) {
			written += text;
		},
		async sleep() {
			throw new Error('Nothing ticks.');
		},
	});
	resume();
	for (let step = 1; step < 20; step++) {
		now = noon + (5000 * step);
		poll([{name: 'são-paulo', state: 'disconnected'}], now);
	}

	assert.match(written, /sao-paulo: disconnected/v);
	assert.doesNotMatch(written, /[^\0-\u{7F}]/v);
});
