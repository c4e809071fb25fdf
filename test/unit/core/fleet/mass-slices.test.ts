import assert from 'node:assert/strict';
import {test} from 'node:test';
import {emptyInventory} from '../../../../source/core/fleet/inventory.js';
import {foldMass} from '../../../../source/core/fleet/mass/fold-mass.js';
import {noMass} from '../../../../source/core/fleet/mass-event.js';
import type {InstanceKey} from '../../../../source/core/instance/instance.js';
import type {Tracked} from '../../../../source/core/fleet/tracked.js';
import {account, noon, snapshotOf} from '../../../helpers/fleet.js';
import {foldSnapshot} from '../../../helpers/fold-snapshot.js';

/** The instances of a fleet, which counts how often one of them is looked up. */
class Counting extends Map<InstanceKey, Tracked> {
	looks = 0;

	override get(key: InstanceKey) {
		this.looks++;
		return super.get(key);
	}

	override has(key: InstanceKey) {
		this.looks++;
		return super.has(key);
	}
}

test('no slice of a poll in a mass event looks at more than a part of the fleet', () => {
	const names = Array.from({length: 1500}, (_, index) => ({name: `i-${index}`, state: 'disconnected'}));
	const {inventory} = foldSnapshot(emptyInventory, snapshotOf(names));
	const tracked = new Counting(inventory.tracked);
	const event = {
		from: noon - 5000, until: noon, fallen: new Set(tracked.keys()), of: names.length,
	};
	const coverage = inventory.coverage.get(account);
	const slices = foldMass({...noMass, coverage, event}, [], {account, now: noon, inventory: {...inventory, tracked}});
	const looks: number[] = [];
	for (let step = slices.next(); ; step = slices.next()) {
		looks.push(tracked.looks);
		tracked.looks = 0;
		if (step.done === true) {
			assert.equal(step.value.event?.fallen.size, names.length);
			break;
		}
	}

	assert.ok(looks.length > 10 && Math.max(...looks) <= 500, `the longest looks up ${Math.max(...looks)}`);
});
