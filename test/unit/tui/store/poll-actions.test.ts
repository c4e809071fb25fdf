import assert from 'node:assert/strict';
import test from 'node:test';
import {typeText} from '../../../../source/core/view/prompt.js';
import {instanceKey} from '../../../../source/core/instance/instance.js';
import {hourBuckets} from '../../../../source/core/fleet/past/last-hour.js';
import {Wire} from '../../../../source/core/json/wire.js';
import {account, noon, snapshotOf} from '../../../helpers/fleet.js';
import {listed} from '../../../helpers/fold-snapshot.js';
import {stateOf} from '../../../helpers/history/polls.js';
import {gridText} from '../../../../source/core/view/typed-texts.js';
import {eventList} from '../../../../source/core/view/list-view.js';
import {createMonitor} from './monitor.js';

const fleet = ['a', 'b', 'c'].map(name => ({name, state: 'connected'}));

test('a failed poll leaves the picture as it was and says how it fails', () => {
	const {poll, end, store, names, selectors} = createMonitor();
	poll(fleet, noon);
	const before = selectors.rows(store.getState());
	end({kind: 'unreachable', reason: 'refused'}, noon + 5000);
	end({kind: 'unreachable', reason: 'reset'}, noon + 10_000);
	const feed = store.getState().fleet.feeds.get(account);
	assert.deepEqual(names(), ['a', 'b', 'c']);
	assert.equal(selectors.rows(store.getState()), before, 'nothing is computed anew');
	assert.equal(feed?.answeredAt, noon);
	assert.deepEqual(feed?.trouble?.outcome, {kind: 'unreachable', reason: 'reset'});
	assert.deepEqual(feed?.polls, {made: 3, failed: 2});
});

test('an answer ends the trouble', () => {
	const {poll, end, store} = createMonitor();
	end({
		kind: 'malformed', reason: 'html', budget: undefined, message: undefined,
	}, noon);
	poll(fleet, noon + 5000);
	assert.equal(store.getState().fleet.feeds.get(account)?.trouble, undefined);
});

test('a single name that does not exist is an empty list and no trouble', () => {
	const {poll, end, store, names} = createMonitor();
	poll([{name: 'sales'}], noon);
	end({kind: 'not-found', budget: undefined, message: undefined}, noon + 5000);
	const feed = store.getState().fleet.feeds.get(account);
	assert.equal(feed?.trouble, undefined);
	assert.equal(feed?.isAbsent, true);
	assert.equal(store.getState().fleet.inventory.tracked.values().next().value?.gone, noon + 5000);
	end({kind: 'not-found', budget: undefined, message: undefined}, noon + 70_000);
	assert.deepEqual(names(), []);
});

test('a row that looks the same after a poll is the same object, so that it is not drawn again', () => {
	const {poll, store, selectors} = createMonitor();
	const rows = () => selectors.rows(store.getState());
	poll(fleet, noon);
	poll(fleet, noon + 5000);
	const before = rows();
	poll(fleet.map(item => item.name === 'c' ? {...item, state: 'connecting'} : item), noon + 10_000);
	const after = rows();
	assert.deepEqual(after.map(({tracked}) => tracked.instance.name), ['c', 'a', 'b']);
	assert.equal(after[1], before[0]);
	assert.equal(after[2], before[1]);
});

test('holding freezes order, values and counts while recording goes on behind it', () => {
	const {poll, actions, store, names, selectors} = createMonitor();
	poll(fleet, noon);
	actions.pictureHeld(noon + 1000);
	poll(fleet.map(item => item.name === 'b' ? {...item, state: 'disconnected'} : item), noon + 5000);
	poll([...fleet, {name: 'd', state: 'connected'}], noon + 10_000);
	assert.deepEqual(names(), ['a', 'b', 'c']);
	assert.equal(selectors.counts(store.getState()).disconnected, 0);
	assert.equal(selectors.changesSinceHeld(store.getState()), 3, 'down, up again, and a new one');
	actions.pictureReleased(noon + 10_000);
	assert.deepEqual(names(), ['b', 'a', 'c', 'd']);
	assert.equal(selectors.changesSinceHeld(store.getState()), 0);
	assert.equal(store.getState().fleet.inventory.tracked.values().find(({instance}) => instance.name === 'b')?.history.length, 2);
});

test('a machine that slept invents nothing: what was so before and after is told with ~, and the hole is an event', () => {
	const {poll, store, selectors} = createMonitor();
	const hours = 8 * 3_600_000;
	const stuck = [{name: 'a', state: 'connecting'}, ...fleet.slice(1)];
	poll(fleet, noon);
	poll(stuck, noon + 5000);
	poll(stuck, noon + hours + 10_000, noon + 10_000);
	const [row] = selectors.rows(store.getState());
	assert.deepEqual(row?.since, {at: noon + 5000, bound: 'approximate'});
	assert.equal(row.isStuck, false, 'it was seen so for no two minutes');
	const [event] = store.getState().fleet.log.events;
	assert.deepEqual([event?.kind, event?.kind === 'unwatched' && event.to - event.from], ['unwatched', hours + 5000]);
});

test('a fleet that doubles, then halves and changes every id, is followed by its names', () => {
	const {poll, names, selected, store} = createMonitor();
	poll(fleet, noon);
	poll([...fleet, ...['d', 'e', 'f'].map(name => ({name, state: 'connected'}))], noon + 5000);
	assert.deepEqual(names(), ['a', 'b', 'c', 'd', 'e', 'f']);
	poll(fleet.map(item => ({...item, id: `other-${item.name}`})), noon + 10_000);
	assert.equal(store.getState().fleet.inventory.tracked.size, 6, 'those that left stay, marked gone');
	poll(fleet.map(item => ({...item, id: `other-${item.name}`})), noon + 80_000);
	assert.deepEqual(names(), ['a', 'b', 'c']);
	assert.notEqual(selected(), undefined);
});

test('a filter by time counts the time that went by, not the one a kept row was made at', () => {
	const {poll, actions, names} = createMonitor();
	const minute = 60_000;
	poll(fleet, noon);
	poll(fleet, noon + (61 * minute));
	actions.promptOpened(gridText);
	actions.promptEdited(prompt => typeText(prompt, 'since>90m'));
	assert.deepEqual(names(), []);
	poll(fleet, noon + (91 * minute));
	assert.deepEqual(names(), ['a', 'b', 'c']);
});

/** An answer with so many instances, which are not decoded one by one. */
function crowd(count: number, word: (index: number) => string, at: number) {
	const snapshot = snapshotOf([{name: 'n'}], at);
	return listed({
		...snapshot, instances: snapshot.instances.flatMap(instance => Array.from({length: count}, (_, index) => ({
			...instance, key: instanceKey(account, String(index)), state: stateOf(word(index)), wire: new Wire({id: String(index), name: `n${index}`}),
		}))),
	});
}

test('what is told of a fall while the picture is held is that of the picture', () => {
	const {poll, actions, store, selectors} = createMonitor();
	const six = (fallen: number) => Array.from({length: 8}, (_, index) => ({name: `n${index}`, state: index < fallen ? 'disconnected' : 'connected'}));
	const mass = () => selectors.mass(store.getState(), noon + 20_000).join(' · ');
	poll(six(0), noon);
	poll(six(6), noon + 5003);
	assert.equal(selectors.mass(store.getState(), noon + 5003)[0], '6 of 8 fell within 6s', 'at once');
	const told = mass();
	assert.equal(told, '6 of 8 fell within 6s · last <10s ago');
	actions.pictureHeld(noon + 6000);
	poll(six(7), noon + 10_000);
	assert.equal(mass(), told, 'and none of those that fell since is back in it');
	actions.pictureReleased(noon + 11_000);
	assert.equal(mass(), '7 of 8 fell within 10s · last <10s ago');
});

test('the last hour moves with a poll alone, and stands while the picture is held', () => {
	const {poll, actions, store, selectors} = createMonitor();
	const six = (fallen: number) => Array.from({length: 6}, (_, index) => ({name: `n${index}`, state: index < fallen ? 'disconnected' : 'connected'}));
	const last = () => selectors.lastHour(store.getState()).at(-1);
	assert.deepEqual(selectors.lastHour(store.getState()), []);
	poll(six(2), noon);
	const told = selectors.lastHour(store.getState());
	actions.selectionMoved(1, 10);
	actions.feedChanged({...store.getState().fleet});
	assert.equal(selectors.lastHour(store.getState()), told);
	assert.deepEqual(last(), {down: 2, listed: 6});
	actions.pictureHeld(noon + 1000);
	poll(six(5), noon + 5000);
	assert.deepEqual(last(), {down: 2, listed: 6});
	actions.pictureReleased(noon + 6000);
	poll(six(1), noon + 10_000);
	assert.deepEqual(last(), {down: 5, listed: 6}, 'the most of its three minutes');
	actions.lastHourRecalled({buckets: hourBuckets(noon), counts: Array.from({length: 20}, () => ({down: 1, listed: 6}))});
	assert.deepEqual(new Set(selectors.lastHour(store.getState()).slice(0, -1).map(count => count?.down)), new Set([1]));
});

test('the events of a fall of more than the log holds stay together when something else happens', () => {
	const {end, store} = createMonitor();
	for (const [index, word] of [() => 'connected', () => 'disconnected', (place: number) => place === 0 ? 'loggedout' : 'disconnected'].entries()) {
		end(crowd(2100, word, noon + (index * 5000)), noon + (index * 5000));
	}

	assert.equal(store.getState().fleet.log.events.length, 2101);
	end(crowd(2100, () => 'connected', noon + 15_000), noon + 15_000);
	assert.equal(store.getState().fleet.log.events.length, 2100);
});

test('who reads the events keeps the place while the log drops its oldest', () => {
	const {end, store, selectors, actions} = createMonitor();
	const all = (index: number) => {
		end(crowd(800, () => index % 2 === 0 ? 'connected' : 'disconnected', noon + (index * 5000)), noon + (index * 5000));
	};

	const ids = () => selectors.events(store.getState()).map(({id}) => id);
	for (let index = 0; index < 4; index++) {
		all(index);
	}

	const before = ids();
	assert.equal(before.length, 2400);
	actions.ownChanged(eventList, list => ({...list, selected: before.at(-1)}));
	all(4);
	assert.ok(store.getState().fleet.log.events.length < 3200, 'the log has dropped some');
	assert.deepEqual(ids().slice(800), before);

	// Back at the newest.
	actions.ownChanged(eventList, list => ({...list, selected: undefined}));
	all(5);
	assert.deepEqual(store.getState().older.events, []);
});
