import {integrations, type Integration} from '../blocks/blocks.js';
import type {AccountId, Instance, StateKind} from '../instance/instance.js';
import type {Standing} from '../instance/integration.js';
import {takeInSlices, type Slices} from '../polling/slices.js';
import type {Inventory} from './inventory.js';
import type {Tracked} from './tracked.js';

/** Number of instances in each state; those that are gone are not counted. */
export type Counts = Readonly<Record<StateKind, number>> & {readonly total: number};

/** Counts the instances of a part of a fleet. */
export function countAll(all: Iterable<Pick<Tracked, 'instance' | 'gone'>>): Counts {
	const counts: Record<StateKind, number> = {
		connected: 0, connecting: 0, disconnected: 0, loggedout: 0, other: 0,
	};
	let total = 0;
	for (const {instance, gone} of all) {
		if (gone !== undefined) {
			continue;
		}

		counts[instance.state.kind] += 1;
		total += 1;
	}

	return {...counts, total};
}

/** Number of instances whose integration is in trouble, for each integration that has some, in the order of their letters. */
export type Troubles = ReadonlyArray<{readonly integration: Integration; readonly count: number}>;

/** Number of instances in a slice, whose facts may have to be computed first. */
const perSlice = 50;

/**
Counts the integrations in trouble. `standingsOf` gives those of an instance in the order of the table, as `Facts` holds them.
With an account those of its instances alone are counted.

@yields Nothing.
*/
export function * countTroubles(
	{tracked}: Pick<Inventory, 'tracked'>,
	standingsOf: (instance: Instance) => readonly Standing[],
	account?: AccountId,
): Slices<Troubles> {
	const counts = integrations.map(() => 0);
	yield * takeInSlices(tracked.values(), perSlice, ({instance, gone}) => {
		const isCounted = gone === undefined && (account ?? instance.account) === instance.account;
		for (const [index, standing] of isCounted ? standingsOf(instance).entries() : []) {
			counts[index] = (counts[index] ?? 0) + Number(standing === 'trouble');
		}
	});

	return integrations.map((integration, index) => ({integration, count: counts[index] ?? 0})).filter(({count}) => count > 0);
}
