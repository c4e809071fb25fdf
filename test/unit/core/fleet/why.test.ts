import assert from 'node:assert/strict';
import {test} from 'node:test';
import {blocks, integrations} from '../../../../source/core/blocks/blocks.js';
import {lookedAt} from '../../../../source/core/fleet/inventory.js';
import {rowIn, rowValidUntil} from '../../../../source/core/fleet/row.js';
import {factsOf} from '../../../../source/core/instance/facts.js';
import {rememberedInstance} from '../../../../source/core/instance/remembered-instance.js';
import {oddities} from '../../../../source/core/instance/oddities.js';
import {columns} from '../../../../source/core/columns/columns.js';
import {sortRows} from '../../../../source/core/columns/sort.js';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {unicodeSymbols} from '../../../../source/core/screen/symbols.js';
import {writeNdjson} from '../../../../source/output/json.js';
import {listingOf} from '../../output/listing.js';
import {parseFilter} from '../../../../source/core/filter/parse.js';
import {isMatch} from '../../../../source/core/filter/match.js';
import {foldSnapshot} from '../../../helpers/fold-snapshot.js';
import {
	account,
	noon,
	snapshotOf,
	unreadable,
	type WireItem,
} from '../../../helpers/fleet.js';
import {
	rowOfItem,
	rowsOf,
	textOf,
	trackedOf,
	watch,
	watchInterval,
	type Poll,
} from '../../../helpers/watch-polls.js';
import {utc} from '../../../helpers/utc.js';

const name = 'sales';

/** The row of the one instance after these polls, as a person is told of it, or a program. */
const rowAfter = (polls: readonly Poll[], time?: typeof utc, at?: number) => {
	const {inventory} = watch(...polls);
	const tracked = trackedOf(inventory, name);
	const now = at ?? lookedAt(inventory, account) ?? noon;
	return {
		now, inventory, row: rowIn(inventory, tracked, {
			facts: factsOf(tracked.instance), now, isAcknowledged: false, time,
		}),
	};
};

/** Why, for a person with a clock and for a program, after polls every 20 seconds: one in the first state, the others in the second. */
const told = (item: Omit<WireItem, 'name'>, seconds: number, before = 'connected') => {
	const polls: readonly Poll[] = [[0, [{name, state: before}]], ...Array.from({length: Math.floor(seconds / 20) + 1}, (_, index): Poll => [20 * (index + 1), [{...item, name}]])];
	return [rowAfter(polls, utc).row.why, rowAfter(polls).row.why];
};

/** Why, of an instance that was polled once. */
const whyOfItem = (item: Omit<WireItem, 'name'>) => rowOfItem({...item, name}).why;

const neverPaired = (state: string) => ({state, connection: {state, numberJid: null}});

test('the reason of a state tells the time of day it began to people, and to programs how long it has lasted', () => {
	for (const [item, seconds, texts] of [
		[{state: 'disconnected'}, 0, ['down since 12:00, session saved', 'down for <1m, session saved']],
		[{state: 'disconnected'}, 720, ['down since 12:00, session saved', 'down for 12m, session saved']],
		[neverPaired('disconnected'), 720, ['down since 12:00, never paired', 'down for 12m, never paired']],
		[{state: 'loggedout'}, 720, ['logged out 12:00', 'logged out for 12m']],
		[{state: 'connecting'}, 60, ['connecting for 1m', 'connecting for 1m']],
		[{state: 'connecting'}, 240, ['connecting for 4m, session saved', 'connecting for 4m, session saved']],
		[neverPaired('connecting'), 60, ['connecting for 1m, never paired', 'connecting for 1m, never paired']],
		[{state: 'connected'}, 720, ['', '']],
	] as const) {
		assert.deepEqual(told(item, seconds, item.state === 'connected' ? 'disconnected' : 'connected'), texts);
	}
});

test('a state whose beginning was not seen has no time of day, and the bound that SINCE has', () => {
	assert.deepEqual(told({state: 'disconnected'}, 7200, 'disconnected'), ['down for ≥ 2h, session saved', 'down for ≥ 2h, session saved']);
	assert.equal(whyOfItem({state: 'loggedout'}), 'logged out');
	assert.equal(whyOfItem({state: 'disconnected'}), 'down, session saved');
	const hole: readonly Poll[] = [[0, [{name, state: 'connected'}]], [20, [{name, state: 'disconnected'}]], [7220, [{name, state: 'disconnected'}]]];
	assert.equal(rowAfter(hole, utc).row.why, 'down for ~2h, session saved');
});

test('a time of another day is told with the day', () => {
	const polls: readonly Poll[] = [[0, [{name, state: 'connected'}]], ...Array.from({length: 900}, (_, index): Poll => [20 + (100 * index), [{name, state: 'loggedout'}]])];
	const {row, now} = rowAfter(polls, utc);
	assert.equal(new Date(now).toISOString(), '2026-05-02T12:58:40.000Z');
	assert.equal(row.why, 'logged out Fri 12:00');
});

test('flapping is told by the number of changes, whatever the state is', () => {
	const changes: readonly Poll[] = Array.from({length: 6}, (_, index) => [20 * index, [{name, state: index % 2 === 0 ? 'connecting' : 'connected'}]]);
	assert.equal(rowAfter(changes, utc).row.why, '5 changes in 10m');
	assert.equal(rowAfter([...changes, [120, [{name, state: 'disconnected'}]]], utc).row.why, 'down since 12:02, 6 changes in 10m, session saved');
});

test('what is odd is told in the words of its own table, each once, after the state', () => {
	for (const [item, why] of [
		[{chatwoot: {enabled: true, status: 'error'}}, 'Chatwoot reports an error'],
		[{proxy: {enabled: true, host: ''}, webhook: {enabled: true, url: null}}, 'webhook is on with no URL, proxy is on with no host'],
		[neverPaired('connected'), 'connected without a number'],
		[{state: 'qr'}, 'a state the API does not document'],
		[{state: 'loggedout', chatwoot: {enabled: true, status: 'error'}}, 'logged out, Chatwoot reports an error'],
		[{status: 'connected', connection: {state: 'disconnected', numberJid: '5511@s.whatsapp.net'}}, 'down, session saved, status and connection.state differ'],
	] as const) {
		assert.equal(whyOfItem(item), why);
	}
});

test('an integration in trouble without an oddity is named too', () => {
	for (const block of integrations) {
		assert.equal(whyOfItem({[block]: 'none'}), `${blocks[block].title} is not as the API documents it`);
		assert.equal(whyOfItem({[block]: {enabled: 'perhaps'}}), `${blocks[block].title} is not as the API documents it`);
	}
});

test('every oddity is a reason', () => {
	const row = {...rowOfItem({name}), facts: {...rowOfItem({name}).facts, odd: oddities}};
	const {inventory} = watch([0, [{name}]]);
	const why = rowIn(inventory, row.tracked, {facts: row.facts, now: noon, isAcknowledged: false}).why.split(', ');
	assert.deepEqual(why.toSorted(), oddities.map(({words}) => words).toSorted());
});

test('one that is gone has no other reason', () => {
	const polls: readonly Poll[] = [[0, [{name, state: 'loggedout'}, {name: 'other'}]], [20, [{name: 'other'}]]];
	assert.equal(rowAfter(polls, utc).row.why, 'gone from the list since 12:00');
	assert.equal(rowAfter(polls).row.why, 'gone from the list');
});

test('one that could not be read, or is only remembered, says so first', () => {
	const {inventory: before} = watch([0, [{name, state: 'disconnected'}]]);
	const {inventory} = foldSnapshot(before, {...snapshotOf([], noon + 20_000), rejected: [unreadable(name)]}, {interval: watchInterval});
	const tracked = trackedOf(inventory, name);
	assert.equal(rowIn(inventory, tracked, {facts: factsOf(tracked.instance), now: noon + 20_000, isAcknowledged: false}).why, 'could not be read in the last answer, down, session saved');
	const {key, state} = tracked.instance;
	const remembered = {
		...trackedOf(before, name), instance: rememberedInstance({
			account, key, id: '', name, state,
		}),
	};
	assert.equal(rowIn(before, remembered, {facts: factsOf(remembered.instance), now: noon, isAcknowledged: false}).why, 'only remembered, no answer yet, down');
});

test('the reasons are told anew when they change, and at each quarter of an hour where they tell a time of day, not each second', () => {
	const polls: readonly Poll[] = [[0, [{name, state: 'connected'}]], [20, [{name, state: 'loggedout'}]]];
	const hours = 3 * 3_600_000;
	const {row, now, inventory: {coverage}} = rowAfter(polls, utc, noon + hours + 60_000);
	assert.equal(row.why, 'logged out 12:00');
	const context = {now, coverage: coverage.get(account) ?? assert.fail()};
	assert.equal(rowValidUntil(row, {...context, time: utc}), noon + hours + (15 * 60_000));
	assert.equal(rowValidUntil({...row, why: ''}, {...context, time: utc}), noon + 20_000 + hours + 3_600_000);
	assert.equal(rowValidUntil(row, context), noon + 20_000 + hours + 3_600_000);
});

test('a filter finds a part of the reasons, whatever its case and accents, and nothing where all is fine', () => {
	const row = rowOfItem({name, state: 'disconnected'});
	const fine = rowOfItem({name});
	for (const text of ['why:SESSION', 'why:"session sáved"', 'why:paired,saved', 'why:~^down', '-why:paired']) {
		assert.equal(isMatch(parseFilter(text), row, noon), true, text);
	}

	assert.equal(isMatch(parseFilter('why:paired'), row, noon), false);
	for (const text of ['why:o', 'why:~.*']) {
		assert.equal(isMatch(parseFilter(text), fine, noon), false, text);
	}
});

test('the column has the reasons, blank where all is fine, and is sorted by them with what is fine last', () => {
	const {inventory} = watch([0, [{name: 'a'}, {name: 'b', state: 'loggedout'}, {name: 'c', chatwoot: {enabled: true, status: 'error'}}]]);
	const rows = rowsOf(inventory);
	const {cell, raw} = columns.why;
	assert.deepEqual(rows.map(row => textOf(cell(row, unicodeSymbols))), ['', 'logged out', 'Chatwoot reports an error']);
	assert.deepEqual(rows.map(row => raw(row, false)), ['', 'logged out', 'Chatwoot reports an error']);
	for (const [isReversed, names] of [[false, ['c', 'b', 'a']], [true, ['b', 'c', 'a']]] as const) {
		assert.deepEqual(sortRows(rows, {by: 'why', isReversed}).map(({tracked}) => tracked.instance.name), names);
	}
});

test('JSON has the reasons, or null where all is fine', () => {
	const lines = runAtOnce(writeNdjson(listingOf([{name: 'a'}, {name: 'b', state: 'loggedout'}]), {isRevealed: false})).trim().split('\n');
	assert.deepEqual(lines.map(line => (JSON.parse(line) as {readonly name: string; readonly ryzetop: {readonly why: string | undefined}})).map(({name: of, ryzetop}) => [of, ryzetop.why]), [['b', 'logged out'], ['a', null]]);
});
