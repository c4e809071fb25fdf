import assert from 'node:assert/strict';
import test from 'node:test';
import {createTheme} from '../../../../source/tui/components/theme.js';
import {noon} from '../../../helpers/fleet.js';
import {createMonitor} from '../store/monitor.js';
import '../../../../tools/release/ink-output/register.js';

// A static import would load Ink before its composition of frames has been replaced.
const {describeExit} = await import('../../../../source/tui/print/exit-summary.js');

const theme = createTheme({depth: 'none', isAscii: false});
const hours = 3_600_000;
const fleet = (state: string) => [{name: 'other'}, {name: 'sales', state}];

/** The words of the row of the instance that changed, at `now`. */
const rowAt = (now: number, {store}: Pick<ReturnType<typeof createMonitor>, 'store'>) => describeExit(store.getState(), {
	duration: now - noon, now, columns: 100, theme,
})
	.split('\n')
	.find(line => line.includes('sales'))
	?.split(/[\s│]{2,}/v)
	.filter(text => text !== '');

test('the time in a state reaches to the last answer that had it, however long ago that is', () => {
	const monitor = createMonitor();
	monitor.poll(fleet('connected'), noon);
	monitor.poll(fleet('disconnected'), noon + 5000);
	for (const seconds of [65, 125, 190]) {
		monitor.poll(fleet('disconnected'), noon + (seconds * 1000));
	}

	assert.deepEqual(rowAt(noon + 190_000, monitor), ['sales', 'disconnected', '3m', 'connected', '1']);
	monitor.end({kind: 'unreachable', reason: 'refused'}, noon + (9 * hours));
	assert.deepEqual(rowAt(noon + (9 * hours), monitor), ['sales', 'disconnected', '3m', 'connected', '1']);
});

test('the time in a state of an instance that has left the list reaches to the last answer that listed it', () => {
	const monitor = createMonitor();
	monitor.poll(fleet('connected'), noon);
	for (const seconds of [5, 65, 125]) {
		monitor.poll(fleet('disconnected'), noon + (seconds * 1000));
	}

	monitor.poll([{name: 'other'}], noon + 180_000);
	monitor.poll([{name: 'other'}], noon + 239_000);
	assert.deepEqual(rowAt(noon + 239_000, monitor), ['sales', 'gone from the list', '2m', 'connected', '1']);
});

test('the summary says how old its states are where the last polls failed', () => {
	const monitor = createMonitor();
	monitor.poll(fleet('connected'), noon);
	const firstLine = (now: number) => describeExit(monitor.store.getState(), {
		duration: now - noon, now, columns: 100, theme,
	}).split('\n', 1)[0];
	assert.equal(firstLine(noon + 5000), 'ryzetop watched example.com for 5s: 1 poll, none failed.');
	monitor.end({kind: 'unreachable', reason: 'refused'}, noon + 55_000);
	assert.equal(firstLine(noon + 55_000), 'ryzetop watched example.com for 55s: 2 polls, 1 failed. The last good answer is 55s old.');
});
