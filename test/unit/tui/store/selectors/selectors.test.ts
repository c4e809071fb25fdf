import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {InstanceKey} from '../../../../../source/core/instance/instance.js';
import type {Tracked} from '../../../../../source/core/fleet/tracked.js';
import {runAtOnce} from '../../../../../source/core/polling/slices.js';
import {noon, snapshotOf} from '../../../../helpers/fleet.js';
import {foldOne, listed} from '../../../../helpers/fold-snapshot.js';
import {describeIgnored} from '../../../../../source/tui/views/filter-words.js';
import {createMonitor} from '../monitor.js';

const long = 'a-rather-long-name-indeed';

function watchColumns() {
	const {store, selectors, poll, actions} = createMonitor();
	const fitted = (width = 200) => selectors.fitted(store.getState(), width);
	return {
		poll, actions, fitted, nameWidth: () => fitted().find(({column}) => column.id === 'name')?.width,
	};
}

test('the columns stay the very same ones while nothing gets wider', () => {
	const {poll, fitted} = watchColumns();
	poll([{name: long, state: 'disconnected'}, {name: 'b'}], noon);
	const before = fitted();
	poll([{name: long}, {name: 'b', state: 'connecting'}, {name: 'c'}], noon + 5000);
	assert.equal(fitted(), before);
	assert.notEqual(fitted(100), before);
});

test('a column grows when a wider value comes, and keeps that width when the value leaves', () => {
	const {poll, nameWidth} = watchColumns();
	poll([{name: 'b'}], noon);
	assert.equal(nameWidth(), 'NAME'.length + 2);
	poll([{name: 'b'}, {name: long}], noon + 5000);
	assert.equal(nameWidth(), long.length);
	poll([{name: 'b'}], noon + 10_000);
	poll([{name: 'b'}], noon + 80_000);
	assert.equal(nameWidth(), long.length);
});

test('a new sort gives back the width that nothing needs any more', () => {
	const {poll, actions, nameWidth} = watchColumns();
	poll([{name: 'b'}, {name: long}], noon);
	assert.equal(nameWidth(), long.length);
	poll([{name: 'b'}], noon + 5000);
	poll([{name: 'b'}], noon + 80_000);
	actions.sorted({by: 'name', isReversed: false});
	assert.equal(nameWidth(), 'NAME'.length + 2);
});

test('a new size gives back the width that nothing needs any more, and takes away a column that tells nothing any more', () => {
	const {poll, fitted, nameWidth} = watchColumns();
	const idsAt = (width?: number) => fitted(width).map(({column}) => column.id);
	poll([{name: 'b', state: 'disconnected'}, {name: long}], noon);
	assert.ok(idsAt().includes('why'));
	poll([{name: 'b'}], noon + 5000);
	poll([{name: 'b'}], noon + 80_000);
	assert.equal(nameWidth(), long.length);
	assert.ok(idsAt().includes('why'));
	assert.ok(!idsAt(180).includes('why'));
	assert.equal(nameWidth(), 'NAME'.length + 2);
});

test('a row is made anew when its reasons change with time, and is the very same one as long as they do not', () => {
	const {store, selectors, poll} = createMonitor();
	const rowAt = (seconds: number, state: string) => {
		poll([{name: 'a', state}], noon + (1000 * seconds));
		return selectors.rows(store.getState())[0];
	};

	for (let change = 0; change < 6; change++) {
		rowAt(5 * change, change % 2 === 0 ? 'connected' : 'disconnected');
	}

	const rows = Array.from({length: 125}, (_, index) => rowAt(30 + (5 * index), 'disconnected'));
	const reasons = rows.flatMap((row, index) => row === rows[index - 1] ? [] : [row?.why]);
	assert.deepEqual([...new Set(reasons)].map(why => why?.split(', ').find(reason => reason.endsWith('changes in 10m')) ?? '').filter((why, index, all) => why !== all[index - 1]), [
		'5 changes in 10m', '4 changes in 10m', '',
	]);
	// Once a minute for SINCE, twice for the changes that are no longer counted, and once as it is no longer fresh.
	assert.ok(reasons.length <= 14, `${reasons.length}`);
});

test('a filter for a state that no instance has is in doubt until one has it', () => {
	const {store, selectors, poll, actions} = createMonitor();
	const shown = () => describeIgnored(selectors.filter(store.getState()), selectors.doubts(store.getState()));
	poll([{name: 'a'}], noon);
	actions.filterCleared();
	store.setState(state => ({...state, view: {...state.view, filter: {...state.view.filter, text: 'state:conected'}}}));
	assert.equal(shown(), 'no instance has the state conected; did you mean connected?');
	poll([{name: 'a', state: 'conected'}], noon + 5000);
	assert.equal(shown(), undefined);
});

test('! shows what needs action or is marked !, and neither what flaps nor what is gone', () => {
	const {poll, actions, names} = createMonitor();
	const fleet = (state: string) => [
		{name: 'fine'}, {name: 'chat', chatwoot: {enabled: true, status: 'error'}}, {name: 'out', state: 'loggedout'}, {name: 'flaps', state},
	];
	for (const [index, state] of ['connected', 'disconnected', 'connected', 'disconnected', 'connected'].entries()) {
		poll([...fleet(state), ...index === 0 ? [{name: 'left', state: 'disconnected'}] : []], noon + (index * 5000));
	}

	actions.troubleChosen();
	assert.deepEqual(names().toSorted(), ['chat', 'out']);
	actions.troubleChosen();
	assert.equal(names().length, 5);
});

test('what takes a walk over all instances was computed before the screen takes a poll, also what the timeline asked for before', () => {
	const {store, selectors, actions} = createMonitor();
	const window = {from: noon - 60_000, to: noon + 60_000};
	let walks = 0;
	const next = (at: number) => {
		const items = [{name: 'a', state: 'disconnected'}, {name: 'b'}];
		const fleet = foldOne(store.getState().fleet, listed(snapshotOf(items, at)), {at, elapsed: at});
		class Counted extends Map<InstanceKey, Tracked> {
			override values() {
				walks++;
				return super.values();
			}
		}

		return {...fleet, inventory: {...fleet.inventory, tracked: new Counted(fleet.inventory.tracked)}};
	};

	for (const [at, isShown] of [[noon, false], [noon + 5000, true]] as const) {
		const fleet = next(at);
		runAtOnce(actions.fleetPrepared(fleet));
		walks = 0;
		actions.fleetPolled(fleet, at);
		assert.equal(selectors.counts(store.getState()).total, 2);
		assert.equal(selectors.keys(store.getState()).length, 2);
		assert.equal(selectors.worseAbove(store.getState(), 1), 1);
		if (isShown) {
			assert.equal(selectors.ownCounts(store.getState(), window, 1)[0]?.listed, 2);
		}

		assert.equal(walks, 0);
		selectors.ownCounts(store.getState(), window, 1);
	}
});
