import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTheme} from '../../../source/tui/components/theme.js';
import {createSession} from '../../../source/tui/create-session.js';
import {noon, type WireItem} from '../../helpers/fleet.js';
import {nothingCustom} from '../../helpers/custom/nothing-custom.js';
import {utc} from '../../helpers/utc.js';
import {createMonitor} from './store/monitor.js';

const one: readonly WireItem[] = [{name: 'sales'}];

/** A monitor with its keyboard, before the first answer. */
function begun() {
	const monitor = createMonitor();
	const {store, selectors, actions} = monitor;
	const left: number[] = [];
	const nothing = () => undefined;
	const {press} = createSession({
		store, selectors, actions, theme: createTheme({depth: 'none', isAscii: false}), time: utc, ...nothingCustom, wanted: [], now: () => noon,
		pollers: new Map(), size: () => ({columns: 80, rows: 24}), redraw: nothing, suspend: nothing, mounted: nothing, past: {recallOlder: nothing, recallPasts: nothing, recallFleet: nothing},
		urlOf: () => 'https://ryze.example', copy: nothing,
		leave(code) {
			left.push(code);
		},
	});
	return {
		...monitor, press, left, place: () => store.getState().view.place,
	};
}

test('a fleet of one opens its detail with the first answer, goes back to the grid by `q`, and ends by `q` there', () => {
	const {poll, press, left, place} = begun();
	poll(one, noon);
	assert.equal(place(), 'detail');
	press('q');
	assert.equal(place(), 'grid');
	assert.deepEqual(left, []);
	poll(one, noon + 5000);
	assert.equal(place(), 'grid', 'it does not open by itself again');
	press('q');
	assert.deepEqual(left, [0]);
});

test('polls that fail before the first answer do not count', () => {
	const {end, poll, place} = begun();
	end({kind: 'unreachable', reason: 'refused'}, noon);
	assert.equal(place(), 'grid');
	poll(one, noon + 5000);
	assert.equal(place(), 'detail');
});

test('nothing opens by itself after a key, with a filter, with other instances, or later', () => {
	const pressed = begun();
	pressed.press('j');
	pressed.poll(one, noon);
	assert.equal(pressed.place(), 'grid', 'after a key');

	for (const text of ['sales', 'nobody']) {
		const filtered = begun();
		filtered.store.setState(({view}) => ({view: {...view, filter: {...view.filter, text}}}));
		filtered.poll(text === 'sales' ? [...one, {name: 'other'}] : one, noon);
		assert.equal(filtered.place(), 'grid', `filtered by ${text}`);
	}

	const several = begun();
	several.poll([...one, {name: 'other'}], noon);
	several.poll(one, noon + 5000);
	several.poll(one, noon + 120_000);
	assert.equal(several.place(), 'grid', 'the others left later');
});

test('where there is no other instance, its keys say so, and the search finds in the page', () => {
	const {poll, press, store} = begun();
	poll(one, noon);
	press(']');
	assert.equal(store.getState().view.notice?.text, 'there is no other instance');
	press('/');
	for (const letter of 'timer') {
		press(letter);
	}

	press('enter');
	press('n');
	assert.equal(store.getState().view.notice?.text, 'timer is not in this page');
});
