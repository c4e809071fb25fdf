import type {Row} from '../fleet/row.js';
import {identityOf, rawName} from '../instance/raw-text.js';
import {takeInSlices, type Slices} from '../polling/slices.js';
import {sortInSlices} from '../polling/sort-in-slices.js';

/** A row with the name that its series have. */
export type NamedRow = readonly [name: string, row: Row];

const rowsPerSlice = 100;

/**
The rows of an account with a name of their own. Prometheus rejects a text in which a series occurs twice. Instances of one name, or whose
names are masked to the same text, are told apart by a number: `sales`, `sales (2)`. They are numbered by their ids, so that a series stays
that of its instance when the order of the list changes. `encode` makes of a name what the reader can take.

@yields Nothing.
*/
export function * nameRows(rows: readonly Row[], encode: (name: string) => string): Slices<readonly NamedRow[]> {
	const groups = new Map<string, Row[]>();
	yield * takeInSlices(rows, rowsPerSlice, row => {
		const name = encode(rawName(row.tracked.instance).toWellFormed());
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
		const [first, ...others] = group.length === 1 ? group : yield * sortInSlices(group, byIdentity);
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

function byIdentity(one: Row, other: Row): number {
	const [{id, name}, {id: otherId, name: otherName}] = [identityOf(one.tracked.instance), identityOf(other.tracked.instance)];
	return id === otherId ? compareTexts(name, otherName) : compareTexts(id, otherId);
}

function compareTexts(one: string, other: string): number {
	return one === other ? 0 : (one < other ? -1 : 1);
}
