import assert from 'node:assert/strict';
import {test} from 'node:test';
import {noon} from '../../../helpers/fleet.js';
import {describeIgnored} from '../../../../source/tui/views/filter-words.js';
import {createMonitor} from './monitor.js';

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
