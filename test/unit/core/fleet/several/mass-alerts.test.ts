import assert from 'node:assert/strict';
import {test} from 'node:test';
import {emptyInventory} from '../../../../../source/core/fleet/inventory.js';
import {noMass, type Masses} from '../../../../../source/core/fleet/mass-event.js';
import {firstLook} from '../../../../../source/core/fleet/seen/coverage.js';
import {foldMassAlerts, type MassMarks} from '../../../../../source/core/fleet/several/mass-alerts.js';
import {accountId, instanceKey} from '../../../../../source/core/instance/instance.js';
import {noon} from '../../../../helpers/fleet.js';
import {utc} from '../../../../helpers/utc.js';

type Falls = Readonly<Record<string, readonly [from: number, until: number, fallen: number]>>;

const massesOf = (falls: Falls): Masses => new Map(Object.entries(falls).map(([name, [from, until, fallen]]) => {
	const account = accountId(name);
	const keys = Array.from({length: fallen}, (_, index) => instanceKey(account, `i-${index}`));
	return [account, {
		...noMass, event: {
			from: noon + (from * 1000), until: noon + (until * 1000), fallen: new Set(keys), of: 10,
		},
	}];
}));

/** The alerts after each poll, by what had fallen until then. The accounts have answered before it, unless told. */
function tell(polls: ReadonlyArray<readonly [seconds: number, falls: Falls]>, answered: readonly string[] = ['a', 'b', 'c']): ReadonlyArray<readonly string[]> {
	const inventory = {...emptyInventory, coverage: new Map(answered.map(name => [accountId(name), firstLook(noon)]))};
	let marks: MassMarks = new Map();
	return polls.map(([seconds, falls]) => {
		const folded = foldMassAlerts(marks, {
			before: inventory, inventory, masses: massesOf(falls), now: noon + (seconds * 1000), time: utc, hasSeveral: true,
		});
		({marks} = folded);
		return folded.alerts.map(({body}) => body);
	});
}

test('what falls in several accounts together gives one alert, at the first of them', () => {
	assert.deepEqual(tell([
		[5, {a: [0, 5, 4]}],
		[9, {a: [0, 5, 4], b: [4, 9, 6]}],
		[20, {a: [0, 5, 4], b: [4, 9, 6], c: [15, 20, 9]}],
		[30, {a: [0, 5, 4], b: [4, 9, 7], c: [15, 20, 9]}],
	]), [['a: 4 of 10 fell 12:00:00–05'], [], [], []]);
});

test('where one look finds several fallen, one sentence tells of all', () => {
	assert.deepEqual(tell([[9, {a: [0, 5, 4], b: [4, 9, 6]}]]), [['10 of 20 fell 12:00:00–09: 4 of 10 in a and 6 of 10 in b']]);
});

test('falls of several accounts far apart ring for each, and so does a later fall of one', () => {
	assert.deepEqual(tell([
		[5, {a: [0, 5, 4]}],
		[90, {a: [0, 5, 4], b: [80, 90, 6]}],
		[300, {a: [290, 300, 3], b: [80, 90, 6]}],
	]), [['a: 4 of 10 fell 12:00:00–05'], ['b: 6 of 10 fell 12:01:20–30'], ['a: 3 of 10 fell 12:04:50–05:00']]);
});

test('a fall that an account showed at its first answer silences none of another', () => {
	const falls: Falls = {a: [0, 5, 4], b: [4, 9, 6]};
	assert.deepEqual(tell([[5, {a: [0, 5, 4]}], [9, falls]], ['b']), [[], ['10 of 20 fell 12:00:00–09: 4 of 10 in a and 6 of 10 in b']]);
});
