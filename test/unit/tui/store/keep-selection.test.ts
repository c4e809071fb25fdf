import assert from 'node:assert/strict';
import test from 'node:test';
import {utc} from '../../../helpers/utc.js';
import {noon} from '../../../helpers/fleet.js';
import {createMonitor} from './monitor.js';

const fleet = ['a', 'b', 'c', 'd'].map(name => ({name, state: 'connected'}));

const downOf = (name: string) => fleet.map(item => item.name === name ? {...item, state: 'disconnected'} : item);

test('a selection that nobody has moved rests on the worst instance, whichever that is', () => {
	const {poll, actions, selected, store} = createMonitor();
	poll(fleet, noon);
	assert.equal(selected(), 'a');
	poll(downOf('d'), noon + 5000);
	assert.equal(selected(), 'd');
	actions.viewOpened('events');
	actions.viewClosed();
	poll(downOf('c'), noon + 10_000);
	assert.equal(selected(), 'c');
	assert.equal(store.getState().view.notice, undefined);
});

test('an instance that was opened stays selected', () => {
	const {poll, actions, selected} = createMonitor();
	poll(fleet, noon);
	actions.detailOpened();
	actions.detailClosed({isPaneKept: false});
	poll(downOf('d'), noon + 5000);
	assert.equal(selected(), 'a');
});

test('the row after an acknowledged one is selected, on the line that leaves the list where it is, and stays so', () => {
	const {poll, actions, selected, names, selectors, store} = createMonitor();
	const down = ['a', 'b', 'c', 'd', 'e'].map(name => ({name, state: 'disconnected'}));
	const acknowledge = () => {
		const row = selectors.selected(store.getState());
		assert.ok(row);
		actions.acknowledged(row.tracked.instance.key, row.tracked.since.at, 3);
	};

	poll(down, noon);
	acknowledge();
	assert.deepEqual([names(), selected(), store.getState().view.selection.line], [['b', 'c', 'd', 'e', 'a'], 'b', 0]);
	poll(down, noon + 5000);
	assert.equal(selected(), 'b');
	actions.sorted({by: 'name', isReversed: false});
	acknowledge();
	assert.deepEqual([names(), selected(), store.getState().view.selection.line], [['a', 'b', 'c', 'd', 'e'], 'c', 2]);
	actions.selectionMoved(2, 3);
	acknowledge();
	assert.equal(selected(), 'e', 'the last one has none after it');
});

test('a selection that is brought to rest is at the top again, and that of an open detail is not', () => {
	const {poll, actions, selected, store} = createMonitor();
	poll(fleet, noon);
	actions.selectionMoved(2, 2);
	actions.selectionRested();
	assert.deepEqual([selected(), store.getState().view.selection], ['a', {key: undefined, line: 0, isAtTop: true}]);
	actions.selectionMoved(2, 2);
	actions.detailOpened();
	actions.selectionRested();
	assert.equal(selected(), 'c');
});

test('the rows that are not fine are counted above a line, without those that are gone or acknowledged', () => {
	const {poll, actions, selectors, store} = createMonitor();
	const above = (index: number) => selectors.worseAbove(store.getState(), index);
	const states = ['loggedout', 'disconnected', 'connecting', 'connected'].map((state, index) => ({name: `i-${index}`, state}));
	poll([...states, {name: 'left', state: 'disconnected'}], noon);
	poll(states, noon + 5000);
	assert.deepEqual([0, 1, 2, 3, 4].map(index => above(index)), [0, 1, 2, 2, 3]);
	const row = selectors.rows(store.getState())[0];
	assert.equal(row?.tracked.instance.name, 'i-0');
	actions.acknowledged(row.tracked.instance.key, row.tracked.since.at, 10);
	assert.deepEqual([1, 3, 4].map(index => above(index)), [0, 1, 2]);
	actions.sorted({by: 'name', isReversed: false});
	assert.equal(above(4), 0);
});

test('the selection stays on the same instance when the order changes', () => {
	const {poll, actions, selected, names} = createMonitor();
	poll(fleet, noon);
	actions.selectionMoved(1, 10);
	assert.equal(selected(), 'b');
	poll(fleet.map(item => item.name === 'd' ? {...item, state: 'disconnected'} : item), noon + 5000);
	assert.deepEqual(names(), ['d', 'a', 'b', 'c']);
	assert.equal(selected(), 'b');
});

test('when the selected instance leaves the list for good, its neighbour is taken and a notice names it', () => {
	const {poll, actions, selected, names, store} = createMonitor();
	poll(fleet, noon);
	actions.selectionMoved(1, 10);
	const rest = fleet.filter(({name}) => name !== 'b');
	poll(rest, noon + 5000);
	assert.equal(selected(), 'b', 'a row that is gone stays for a while');
	assert.deepEqual(names(), ['a', 'c', 'd', 'b'], 'behind the others of its kind');
	poll(rest, noon + 70_000);
	assert.equal(selected(), 'd');
	const {notice} = store.getState().view;
	assert.deepEqual([notice?.name, notice?.text], ['b', 'has left the list']);
});

test('a fleet that empties and comes back leaves nothing odd behind', () => {
	const {poll, actions, selected, names} = createMonitor();
	poll(fleet, noon);
	actions.selectionMoved(Infinity, 10);
	poll([], noon + 5000);
	poll([], noon + 70_000);
	assert.deepEqual(names(), []);
	assert.equal(selected(), undefined);
	actions.selectionMoved(1, 10);
	actions.detailOpened();
	poll(fleet, noon + 75_000);
	assert.equal(names().length, 4);
	assert.ok(selected());
});

test('moving past an end stays at the end', () => {
	const {poll, actions, selected} = createMonitor();
	poll(fleet, noon);
	actions.selectionMoved(-1, 10);
	assert.equal(selected(), 'a');
	actions.selectionMoved(100, 10);
	assert.equal(selected(), 'd');
	actions.selectionMoved(1, 10);
	assert.equal(selected(), 'd');
});

test('leaving the section or the instance hides the secrets that were shown', () => {
	const {poll, actions, store} = createMonitor();
	poll(fleet, noon);
	const until = () => store.getState().view.detail.revealedUntil;
	const ways = [
		() => {
			actions.sectionOpened('proxy');
		},
		() => {
			actions.detailClosed({isPaneKept: false});
		},
		() => {
			actions.secretsHidden();
		},
	];
	for (const leave of ways) {
		actions.detailOpened();
		actions.sectionOpened('connection');
		actions.secretsRevealed(noon);
		assert.equal(until(), noon + 15_000);
		leave();
		assert.equal(until(), undefined);
	}
});

test('an instance that comes back does not take the place of one whose detail is read', () => {
	const {poll, actions, selected, store} = createMonitor();
	poll(fleet, noon);
	actions.selectionMoved(1, 10);
	const rest = fleet.filter(({name}) => name !== 'b');
	poll(rest, noon + 5000);
	poll(rest, noon + 70_000);
	const neighbour = selected();
	actions.detailOpened();
	actions.secretsRevealed(noon + 71_000);
	poll(fleet, noon + 75_000);
	assert.equal(selected(), neighbour);
	assert.notEqual(store.getState().view.detail.revealedUntil, undefined);
});

test('the detail of an instance that leaves the list stays as it was last known, and lives again when it is back', () => {
	const {poll, actions, selected, store, selectors} = createMonitor();
	const rest = fleet.filter(({name}) => name !== 'b');
	const subject = () => selectors.subject(store.getState(), noon, utc);
	poll(fleet, noon);
	actions.selectionMoved(1, 10);
	actions.detailOpened();
	poll(rest, noon + 5000);
	poll(rest, noon + 70_000);
	poll(rest, noon + 700_000);
	assert.equal(selected(), 'b');
	assert.equal(subject()?.tracked.gone, noon + 5000);
	poll(fleet, noon + 705_000);
	assert.equal(selected(), 'b');
	assert.equal(subject()?.tracked.gone, undefined);
});

test('an instance that is read after it left the list was seen up to the picture or the event that it is read from, and no longer', () => {
	const {poll, actions, store, selectors} = createMonitor();
	const rest = fleet.filter(({name}) => name !== 'b');
	const lastSeen = () => selectors.subject(store.getState(), noon, utc)?.tracked.lastSeen?.at;
	poll(fleet, noon);
	actions.selectionMoved(1, 10);
	actions.detailOpened();
	poll(fleet, noon + 5000);
	actions.pictureHeld(noon + 6000);
	poll(rest, noon + 10_000);
	poll(rest, noon + 80_000);
	assert.equal(lastSeen(), undefined, 'the held picture still lists it');
	actions.pictureReleased(noon + 81_000);
	assert.equal(lastSeen(), noon + 5000);

	const read = createMonitor();
	read.poll(rest, noon);
	read.poll(fleet, noon + 5000);
	const [event] = read.store.getState().fleet.log.events;
	assert.strictEqual(event?.kind, 'instance');
	read.poll(rest, noon + 10_000);
	read.poll(rest, noon + 80_000);
	read.actions.instanceOpened(event.tracked, event.at);
	assert.equal(read.selectors.subject(read.store.getState(), noon, utc)?.tracked.lastSeen?.at, noon + 5000);
});

test('leaving the detail of an instance that has left selects the one that took its line', () => {
	const {poll, actions, selected} = createMonitor();
	const rest = fleet.filter(({name}) => name !== 'b');
	poll(fleet, noon);
	actions.selectionMoved(1, 10);
	actions.detailOpened();
	poll(rest, noon + 5000);
	poll(rest, noon + 70_000);
	actions.detailClosed({isPaneKept: true});
	// An instance that is gone stands behind the others of its kind until it leaves.
	assert.equal(selected(), 'd');
	actions.selectionMoved(-1, 10);
	assert.equal(selected(), 'c');
});

test('another instance is read in the same section, also by the pane beside the grid; opened anew, the detail begins where its trouble is', () => {
	const {poll, actions, store} = createMonitor();
	poll(fleet, noon);
	actions.detailOpened();
	const section = () => store.getState().view.detail.section;
	actions.sectionOpened('chatwoot');
	actions.selectionMoved(1, 10);
	assert.equal(section(), 'chatwoot');
	actions.detailClosed({isPaneKept: true});
	actions.selectionMoved(1, 10);
	actions.detailOpened();
	assert.equal(section(), 'chatwoot');
	actions.detailClosed({isPaneKept: false});
	actions.detailOpened();
	assert.equal(section(), 'connection');
});

test('the detail keeps to its instance when the filter has no place for it any more', () => {
	const {poll, actions, selected, names} = createMonitor();
	const down = fleet.map(item => ({...item, state: 'disconnected'}));
	poll(down, noon);
	actions.stateChosen('disconnected');
	actions.selectionMoved(1, 10);
	actions.detailOpened();
	poll(down.map(item => item.name === 'b' ? {...item, state: 'connected'} : item), noon + 5000);
	assert.ok(!names().map(String).includes('b'));
	assert.equal(selected(), 'b');
	actions.detailClosed({isPaneKept: false});
	assert.notEqual(selected(), 'b');
});
