import assert from 'node:assert/strict';
import {test} from 'node:test';
import {noon} from '../../../helpers/fleet.js';
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
