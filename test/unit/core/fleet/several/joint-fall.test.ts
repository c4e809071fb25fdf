import assert from 'node:assert/strict';
import {test} from 'node:test';
import {noMass} from '../../../../../source/core/fleet/mass-event.js';
import {describeJointFall, findJointFall} from '../../../../../source/core/fleet/several/joint-fall.js';
import {accountId, instanceKey} from '../../../../../source/core/instance/instance.js';
import {noon} from '../../../../helpers/fleet.js';

/** The falls of accounts: when they began and ended, in seconds after noon, and how many of how many. */
const masses = (falls: Readonly<Record<string, readonly [from: number, until: number, fallen: number, of: number]>>) => new Map(Object.entries(falls).map(([name, [from, until, fallen, of]]) => {
	const account = accountId(name);
	const keys = Array.from({length: fallen}, (_, index) => instanceKey(account, `i-${index}`));
	return [account, {
		...noMass, event: {
			from: noon + (from * 1000), until: noon + (until * 1000), fallen: new Set(keys), of,
		},
	}];
}));

const tell = (falls: Parameters<typeof masses>[0], after = 120) => {
	const found = findJointFall(masses(falls), noon + (after * 1000));
	return found && describeJointFall(found);
};

test('accounts that fell together are told in one sentence, in the order in which they fell', () => {
	assert.equal(tell({lab: [10, 20, 11, 14], prod: [0, 15, 20, 30], calm: [-600, -590, 5, 9]}), '31 of 44 fell within 20s: 20 of 30 in prod and 11 of 14 in lab');
	assert.equal(tell({a: [0, 5, 5, 5], b: [30, 40, 6, 6], c: [70, 75, 7, 7]}), '18 of 18 fell within 2m: 5 of 5 in a, 6 of 6 in b and 7 of 7 in c');
});

test('the fall of one account, falls far apart and those that are no news are not joint', () => {
	assert.equal(tell({prod: [0, 15, 20, 30]}), undefined);
	assert.equal(tell({prod: [0, 15, 20, 30], lab: [46, 50, 11, 14]}), undefined);
	assert.equal(tell({prod: [0, 15, 20, 30], lab: [10, 20, 11, 14]}, 3600), undefined);
	assert.equal(findJointFall(new Map([[accountId('prod'), noMass], [accountId('lab'), noMass]]), noon), undefined);
});
