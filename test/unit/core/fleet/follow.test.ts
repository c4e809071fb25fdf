import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {newFleet, type Fleet} from '../../../../source/core/fleet/fleet.js';
import {Wire} from '../../../../source/core/json/wire.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from '../../../helpers/fleet.js';
import {foldOne, listed} from '../../../helpers/fold-snapshot.js';
import {tries} from '../../../helpers/properties/tries.js';

/** An item of the list; one without a name cannot be read. */
type Item = Omit<WireItem, 'name'> & {readonly name?: string | undefined};

/** Polls five seconds apart, each with these items; gives what is known after all of them. */
function fold(...polls: ReadonlyArray<readonly Item[]>): Fleet {
	let fleet = newFleet([{account, host: sanitize('api.example')}]);
	for (const [index, items] of polls.entries()) {
		const at = noon + (index * 5000);
		const named = items.flatMap(({name, ...item}) => name === undefined ? [] : [{...item, name}]);
		const nameless = items.filter(({name}) => name === undefined);
		fleet = foldOne(fleet, listed({
			...snapshotOf(named, at),
			rejected: nameless.map((item, position) => ({
				position, name: undefined, wire: new Wire(item), problem: 'it has no name',
			})),
		}), {at});
	}

	return fleet;
}

/** What the events tell, oldest first. */
function told({log}: Fleet): readonly string[] {
	return log.events.flatMap(event => event.kind === 'instance' ? [`${event.tracked.instance.name} ${event.happening.kind}`] : []).toReversed();
}

/** Each tracked instance by its name: its state, and whether it is gone or its item could not be read. */
function rows({inventory}: Fleet): ReadonlyArray<readonly [name: string, shown: string]> {
	return inventory.tracked.values().map(({instance, gone}) => [
		instance.name,
		gone === undefined ? (instance.isUnread ? `${instance.state.kind}, unread` : instance.state.kind) : 'gone',
	] as const).toArray().toSorted(([one], [other]) => one < other ? -1 : 1);
}

const up = (id: string, name?: string): Item => ({id, name, state: 'connected'});
const down = (id: string, name?: string): Item => ({id, name, state: 'disconnected'});

test('ids that are new at each poll are no news, and a change of state is still one', () => {
	const fleet = fold(
		[up('1', 'a'), up('2', 'b')],
		[up('3', 'a'), up('4', 'b')],
		[up('5', 'b'), down('6', 'a')],
		[up('7', 'b'), down('8', 'a')],
	);
	assert.deepEqual(told(fleet), ['a changed']);
	assert.deepEqual(rows(fleet), [['a', 'disconnected'], ['b', 'connected']]);
	assert.deepEqual(fleet.inventory.tracked.keys().toArray(), fold([up('1', 'a'), up('2', 'b')]).inventory.tracked.keys().toArray());
});

test('the order of two items with one id means nothing', () => {
	const items = [up('1', 'a'), down('1', 'b')];
	const fleet = fold([up('1', 'a')], items, items.toReversed(), items, items.toReversed());
	assert.deepEqual(told(fleet), ['b appeared']);
	assert.deepEqual(rows(fleet), [['a', 'connected'], ['b', 'disconnected']]);
});

test('an instance that is renamed stays the same, and so does the one whose id another one gets', () => {
	assert.deepEqual(told(fold([up('1', 'a')], [up('1', 'b')])), []);
	assert.deepEqual(told(fold([up('1', 'a'), up('2', 'b')], [up('1', 'b'), up('2', 'a')])), []);
	const moved = fold([up('1', 'a')], [up('2', 'a')], [down('1', 'c'), up('2', 'a')]);
	assert.deepEqual(told(moved), ['c appeared']);
	assert.deepEqual(rows(moved), [['a', 'connected'], ['c', 'disconnected']]);
});

test('when one of two with the same id leaves, the one that stays is the one that it was', () => {
	const fleet = fold([up('1', 'a')], [up('1', 'a'), down('1', 'b')], [down('1', 'b')]);
	assert.deepEqual(told(fleet), ['b appeared', 'a vanished']);
	assert.deepEqual(rows(fleet), [['a', 'gone'], ['b', 'disconnected']]);
});

test('one that returns within a minute under a new id is the one that left', () => {
	assert.deepEqual(told(fold([up('1', 'a')], [], [down('2', 'a')])), ['a vanished', 'a returned', 'a changed']);
});

test('an item without a name is that of its id, is marked, and has not vanished', () => {
	const fleet = fold([up('1', 'a'), up('2', 'b')], [up('1'), up('2', 'b')], [up('1'), up('2', 'b')]);
	assert.deepEqual(told(fleet), ['a odd-began']);
	assert.deepEqual(rows(fleet), [['a', 'connected, unread'], ['b', 'connected']]);
	assert.deepEqual(told(fold([up('1', 'a')], [up('1')], [up('1', 'a')])), ['a odd-began', 'a odd-ended']);
});

test('items without id and name are those that are missing, unless more are missing than there are such items', () => {
	assert.deepEqual(rows(fold([up('1', 'a'), up('2', 'b')], [{}, up('2', 'b')])), [['a', 'connected, unread'], ['b', 'connected']]);
	assert.deepEqual(rows(fold([up('1', 'a'), up('2', 'b')], [{}])), [['a', 'gone'], ['b', 'gone']]);
	assert.deepEqual(rows(fold([up('1', 'a'), up('2', 'b')], [{}, up('2', 'b')], [{}, up('2', 'b')])), [['a', 'connected, unread'], ['b', 'connected']]);
});

test('of several with one name that all get new ids, each is followed to one of the same state', () => {
	const fleet = fold([up('1', 'a'), down('2', 'a')], [down('3', 'a'), up('4', 'a')], [up('5', 'a'), down('6', 'a')]);
	assert.deepEqual(told(fleet), []);
});

test('whatever ids and order a list of unique names has, it is told by the names alone', () => {
	const item = fc.record({name: fc.constantFrom('a', 'b', 'c', 'd'), id: fc.constantFrom('', '1', '2', '3'), state: fc.constantFrom('connected', 'disconnected')});
	const list = fc.uniqueArray(item, {minLength: 4, selector: ({name}) => name});
	fc.assert(fc.property(fc.array(list, {maxLength: 6}), polls => {
		// An id that stays with another name is a rename. Here ids are nothing to go by, so they are the poll's own.
		const own = polls.map((items, poll) => items.map(({id, ...rest}) => ({...rest, id: id === '' ? '' : `${poll}/${id}`})));
		const byName = polls.map(items => ['a', 'b', 'c', 'd'].flatMap(of => items.filter(({name}) => name === of).map(({name, state}) => ({name, state, id: name}))));
		const [one, other] = [fold(...own), fold(...byName)];
		assert.deepEqual(rows(one), rows(other));
		assert.deepEqual(told(one).toSorted(), told(other).toSorted());
	}), {numRuns: tries(100)});
});
