import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {integrations as names, type Integration} from '../../../../source/core/blocks/blocks.js';
import type {Standing} from '../../../../source/core/instance/integration.js';
import {coarseStep} from '../../../../source/core/text/duration.js';
import {rowValidUntil, rowOf} from '../../../../source/core/fleet/row.js';
import {factsOf} from '../../../../source/core/instance/facts.js';
import {instanceOf, noon} from '../../../helpers/fleet.js';
import {
	rowOfItem,
	rowsOf,
	watch,
	type Poll,
} from '../../../helpers/watch-polls.js';
import {tries} from '../../../helpers/properties/tries.js';

/** The row of the one instance after these polls of its state. */
const rowAfter = (...polls: ReadonlyArray<readonly [seconds: number, state: string]>) => {
	const [row] = rowsOf(watch(...polls.map(([seconds, state]): Poll => [seconds, [{name: 'sales', state}]])).inventory);
	return row;
};

test('a row tells how long its state has lasted, to the time of the data', () => {
	assert.equal(rowAfter([0, 'connected'], [45, 'connected'])?.lasted, 45_000);
	assert.equal(rowAfter([0, 'connected'], [45, 'disconnected'], [60, 'disconnected'])?.lasted, 15_000);
	assert.equal(rowAfter([0, 'connected'], [-30, 'connected'])?.lasted, 0);
});

test('a row that changed is fresh for five seconds; one that was found so is not', () => {
	assert.equal(rowAfter([0, 'connected'])?.isFresh, false);
	assert.equal(rowAfter([0, 'connected'], [10, 'disconnected'])?.isFresh, true);
	assert.equal(rowAfter([0, 'connected'], [10, 'disconnected'], [14, 'disconnected'])?.isFresh, true);
	assert.equal(rowAfter([0, 'connected'], [10, 'disconnected'], [15, 'disconnected'])?.isFresh, false);
});

test('an instance is new for a minute after it appeared, unless it was there at the first poll', () => {
	const isNew = (seconds: number) => rowsOf(watch([0, []], [10, [{name: 'sales'}]], [seconds, [{name: 'sales'}]]).inventory).map(row => row.isNew);
	assert.deepEqual(isNew(10), [true]);
	assert.deepEqual(isNew(69), [true]);
	assert.deepEqual(isNew(70), [false]);
	assert.equal(rowOfItem({name: 'sales'}).isNew, false);
});

test('connecting for over two minutes is marked and changes what is to be done', () => {
	const early = rowAfter([0, 'connecting'], [60, 'connecting'], [120, 'connecting']);
	const late = rowAfter([0, 'connecting'], [60, 'connecting'], [121, 'connecting']);
	assert.deepEqual([early?.isStuck, early?.action], [false, 'wait']);
	assert.deepEqual([late?.isStuck, late?.action], [true, 'reconnect']);
	const unwatched = rowAfter([0, 'connecting'], [3600, 'connecting']);
	assert.deepEqual([unwatched?.isStuck, unwatched?.since.bound], [false, 'approximate'], 'nobody watched in between');
});

test('four changes in ten minutes are marked', () => {
	const changes = [[0, 'connected'], [10, 'disconnected'], [20, 'connected'], [30, 'disconnected']] as const;
	assert.equal(rowAfter(...changes)?.isFlapping, false);
	assert.equal(rowAfter(...changes, [40, 'connected'])?.isFlapping, true);
	assert.equal(rowAfter(...changes, [40, 'connected'], [700, 'connected'])?.isFlapping, false);
});

test('what an instance does not tell is the empty text', () => {
	const {number, profile, business, presence, odd, integrations} = factsOf(instanceOf({
		name: 'sales', state: 'disconnected', connection: null, profile: 'none', webhook: null, websocket: null, chatwoot: null, proxy: null, s3: null,
	}));
	assert.deepEqual({
		number, profile, business, presence,
	}, {
		number: '', profile: '', business: '', presence: '',
	});
	assert.deepEqual(integrations, names.map(() => 'missing'));
	assert.deepEqual(odd, []);
});

test('the facts are in words for people', () => {
	const {number, profile, business, presence, integrations} = factsOf(instanceOf({name: 'sales', profile: {name: 'Orion', businessName: 'Orion Ltda'}}));
	assert.deepEqual({
		number, profile, business, presence,
	}, {
		number: '+55 11 99999-9999', profile: 'Orion', business: 'Orion Ltda', presence: 'available',
	});
	const standings: Readonly<Partial<Record<Integration, Standing>>> = {
		webhook: 'on', websocket: 'on', chatwoot: 'on', proxy: 'off', s3: 'off',
	};
	assert.deepEqual(integrations, names.map(name => standings[name] ?? 'missing'));
});

test('a row lasts exactly as long as it says the same', () => {
	const state = fc.constantFrom('connected', 'connecting', 'disconnected');
	const seen = (row: ReturnType<typeof rowOf>) => [row.isStuck, row.isFlapping, row.isFresh, row.isNew, row.why, coarseStep(row.lasted)];
	fc.assert(fc.property(fc.array(
		fc.tuple(fc.integer({min: 1, max: 200}), state),
		{minLength: 1, maxLength: 7},
	), fc.boolean(), fc.integer({min: 0, max: 100_000_000}), (steps, isThereAtFirst, later) => {
		let seconds = 0;
		const {inventory} = watch([0, isThereAtFirst ? [{name: 'sales'}] : []], ...steps.map(([pause, word]): Poll => {
			seconds += pause;
			return [seconds, [{name: 'sales', state: word}]];
		}));
		const [tracked] = inventory.tracked.values();
		const [coverage] = inventory.coverage.values();
		assert.ok(tracked && coverage);
		const rowAt = (now: number) => rowOf(tracked, factsOf(tracked.instance), {now, coverage, isAcknowledged: false});
		const now = noon + (seconds * 1000) + later;
		const row = rowAt(now);
		const until = rowValidUntil(row, {now, coverage});
		assert.ok(until > now);
		for (const at of [now + 1, Math.floor((now + until) / 2), until - 1]) {
			assert.deepEqual(seen(rowAt(Math.min(at, until - 1))), seen(row));
		}

		assert.notDeepEqual(seen(rowAt(until)), seen(row));
	}), {numRuns: tries(500)});
});
