import type {Row} from '../fleet/row.js';
import type {Instance} from '../instance/instance.js';
import {identityOf, maskedIdentity, type Identity} from '../instance/raw-text.js';
import {mapInSlices, takeInSlices, type Slices} from '../polling/slices.js';
import {sortInSlices} from '../polling/sort-in-slices.js';

/** Tells what an instance is recognised by, as it came, but for what is secret in it. */
export type Identify = (instance: Instance) => Identity;

/** Makes what tells it, and keeps it: for that an item has to be parsed, and few are new with a poll. */
export function createIdentify(): Identify {
	const known = new WeakMap<Instance, Identity>();
	return instance => {
		const identity = known.get(instance) ?? maskedIdentity(instance);
		known.set(instance, identity);
		return identity;
	};
}

/** A row with the name that its series have. */
export type NamedRow = readonly [name: string, row: Row];

const rowsPerSlice = 100;

/**
The rows of an account with a name of their own. Prometheus rejects a text in which a series occurs twice. Instances of one name, or whose
names are masked to the same text, are told apart by a number: `sales`, `sales (2)`. They are numbered by their ids, so that a series stays
that of its instance when the order of the list changes. `encode` makes of a name what the reader can take.

@yields Nothing.
*/
export function * nameRows(
	rows: readonly Row[],
	{encode, identify}: {readonly encode: (name: string) => string; readonly identify: Identify},
): Slices<readonly NamedRow[]> {
	const groups = new Map<string, Row[]>();
	yield * takeInSlices(rows, rowsPerSlice, row => {
		const name = encode(identify(row.tracked.instance).name.toWellFormed());
		const group = groups.get(name);
		if (group === undefined) {
			groups.set(name, [row]);
		} else {
			group.push(row);
		}
	});
	const used = new Set(groups.keys());
	const named: NamedRow[] = [];
	for (const [name, group] of groups) {
		let number = 1;
		yield;
		const [first, ...others] = group.length === 1 ? group : yield * sortByIdentity(group);
		if (first !== undefined) {
			named.push([name, first]);
		}

		yield * takeInSlices(others, rowsPerSlice, row => {
			do {
				number += 1;
			} while (used.has(`${name} (${number})`));

			used.add(`${name} (${number})`);
			named.push([`${name} (${number})`, row]);
		});
	}

	return named;
}

function * sortByIdentity(rows: readonly Row[]): Slices<readonly Row[]> {
	const identified = yield * mapInSlices(rows, rowsPerSlice, row => ({row, ...identityOf(row.tracked.instance)}));
	const sorted = yield * sortInSlices(
		identified,
		(one, other) => one.id === other.id ? compareTexts(one.name, other.name) : compareTexts(one.id, other.id),
	);
	return sorted.map(({row}) => row);
}

function compareTexts(one: string, other: string): number {
	return one === other ? 0 : (one < other ? -1 : 1);
}
