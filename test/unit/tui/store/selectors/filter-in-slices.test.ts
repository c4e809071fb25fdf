import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {runAtOnce} from '../../../../../source/core/polling/slices.js';
import {unicodeSymbols} from '../../../../../source/core/screen/symbols.js';
import {createSelectors} from '../../../../../source/tui/store/selectors/selectors.js';
import type {State} from '../../../../../source/tui/store/store.js';
import {noon, snapshotOf} from '../../../../helpers/fleet.js';
import {foldOne, listed} from '../../../../helpers/fold-snapshot.js';
import {tries} from '../../../../helpers/properties/tries.js';
import {createHandPatience} from '../hand-patience.js';
import {createMonitor} from '../monitor.js';

/** What happens to a monitor: a text of the filter, a chosen state, a sort, a poll, or some steps of the work under way. */
const event = fc.oneof(
	fc.record({kind: fc.constant('text' as const), text: fc.constantFrom('', 'a', 'ab', 'state:dis', 'state:d', '-a', 'b state:up', 'down', 'name:~a.*b')}),
	fc.record({kind: fc.constant('state' as const), state: fc.constantFrom('connected' as const, 'disconnected' as const)}),
	fc.record({kind: fc.constant('sort' as const), by: fc.constantFrom('health' as const, 'name' as const, 'state' as const), isReversed: fc.boolean()}),
	fc.record({
		kind: fc.constant('poll' as const), items: fc.uniqueArray(fc.record({
			name: fc.constantFrom('a', 'ab', 'b', 'ba', 'c', 'aab', 'bb', 'cab'), state: fc.constantFrom('connected', 'disconnected', 'loggedout'),
		}), {selector: ({name}) => name}),
	}),
	fc.record({kind: fc.constant('work' as const), steps: fc.integer({min: 1, max: 12})}),
);

/** The names of the rows as they are where all is computed at once, for another filter and sort. */
function namesAtOnce(state: State, filter: State['view']['filter'], sort: State['view']['sort']) {
	const selectors = createSelectors(unicodeSymbols);
	const other = {...state, view: {...state.view, filter, sort}};
	return {names: selectors.rows(other).map(({tracked}) => tracked.instance.name), doubts: selectors.doubts(other)};
}

test('whatever is typed and polled in between, the rows are those that filtering at once gives for the filter that they are told to match', () => {
	fc.assert(fc.property(fc.array(event, {maxLength: 25}), fc.integer({min: 0, max: 4}), (events, steps) => {
		const hand = createHandPatience(steps);
		const {store, selectors, actions, poll, names} = createMonitor(hand.patience);
		poll([{name: 'a'}, {name: 'ab', state: 'disconnected'}, {name: 'b'}], noon);
		const isAsAtOnce = () => {
			const state = store.getState();
			const shown = names();
			assert.deepEqual(shown, namesAtOnce(state, selectors.filterOfRows(state), selectors.sortOfRows(state)).names);
			assert.deepEqual(selectors.keys(state).length, shown.length);
		};

		for (const [index, one] of events.entries()) {
			switch (one.kind) {
				case 'text': {
					store.setState(({view}) => ({view: {...view, filter: {...view.filter, text: one.text}}}));
					break;
				}

				case 'state': {
					actions.stateChosen(one.state);
					break;
				}

				case 'sort': {
					actions.sorted(one);
					break;
				}

				case 'poll': {
					poll(one.items, noon + ((index + 1) * 5000));
					break;
				}

				case 'work': {
					hand.goOn(one.steps);
					break;
				}
			}

			isAsAtOnce();
		}

		// What is drawn once the work has ended may ask for more, as the order is the first of two.
		while (hand.waiting() > 0) {
			hand.finish();
			isAsAtOnce();
		}

		const state = store.getState();
		const {filter, sort} = state.view;
		assert.ok(selectors.isFiltered(state));
		assert.deepEqual([names(), selectors.doubts(state)], Object.values(namesAtOnce(state, filter, sort)));
	}), {numRuns: tries(200)});
});

test('until its rows are ready a filter is told to have neither a count nor a doubt of the former one', () => {
	const hand = createHandPatience(1);
	const {store, selectors, poll, names} = createMonitor(hand.patience);
	const filter = (text: string) => {
		store.setState(({view}) => ({view: {...view, filter: {...view.filter, text}}}));
		return names();
	};

	const told = () => [selectors.isFiltered(store.getState()), selectors.filterOfRows(store.getState()).text, selectors.doubts(store.getState()).length];
	poll(Array.from({length: 40}, (_, index) => ({name: `shop-${index}`})), noon);
	filter('state:gne');
	hand.finish();
	assert.deepEqual([told(), names().length], [[true, 'state:gne', 1], 0]);
	assert.equal(filter('shop-3').length, 0);
	assert.deepEqual(told(), [false, 'state:gne', 0]);
	hand.finish();
	assert.deepEqual([told(), names().length], [[true, 'shop-3', 0], 11]);
});

/** A monitor of a fleet, and the preparation of the next one, in which all are down. */
function prepareNext() {
	const hand = createHandPatience(0);
	const monitor = createMonitor(hand.patience);
	const items = Array.from({length: 500}, (_, index) => ({name: `shop-${index}`}));
	monitor.poll(items, noon);
	const {store, actions} = monitor;
	const next = foldOne(store.getState().fleet, listed(snapshotOf(items.map(item => ({...item, state: 'disconnected'})), noon + 5000)), {at: noon + 5000});
	return {
		...monitor, hand, next, work: actions.fleetPrepared(next),
	};
}

test('the rows of what was chosen while a fleet was prepared are there when the store takes it', () => {
	const {
		actions, names, hand, next, work,
	} = prepareNext();
	work.next();
	actions.stateChosen('disconnected');
	runAtOnce(work);
	actions.fleetPolled(next, noon + 5000);
	assert.deepEqual([names().length, hand.waiting()], [500, 0]);
});

test('who chooses on and on keeps no fleet from being shown', () => {
	const {actions, work} = prepareNext();
	let steps = 0;
	for (; steps < 1000 && work.next().done !== true; steps++) {
		actions.stateChosen('disconnected');
	}

	assert.ok(steps < 1000);
});
