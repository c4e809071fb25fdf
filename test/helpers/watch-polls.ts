import assert from 'node:assert/strict';
import {decodeSnapshot} from '../../source/api/decode.js';
import {lookedAt, emptyInventory, type Inventory} from '../../source/core/fleet/inventory.js';
import {describeMass, type Masses} from '../../source/core/fleet/mass-event.js';
import type {Tracked} from '../../source/core/fleet/tracked.js';
import type {Instance} from '../../source/core/instance/instance.js';
import {rowIn, type Row} from '../../source/core/fleet/row.js';
import {factsOf} from '../../source/core/instance/facts.js';
import {firstLook} from '../../source/core/fleet/seen/coverage.js';
import {Secret} from '../../source/core/text/secret.js';
import type {Subject} from '../../source/core/sections/section.js';
import type {Line} from '../../source/core/screen/span.js';
import type {Transition} from '../../source/core/fleet/transitions.js';
import {foldSnapshot} from './fold-snapshot.js';
import {utc} from './utc.js';
import {
	account,
	noon,
	snapshotOf,
	type WireItem,
} from './fleet.js';

/** The list of one poll, so many seconds after noon. */
export type Poll = readonly [seconds: number, items: readonly WireItem[]];

/** Between two polls, in milliseconds: changes are close up to three of these, and more than two minutes are a hole. */
export const watchInterval = 20_000;

/** What is known after these polls, and every change that was seen. */
export function watch(...polls: readonly Poll[]): {readonly inventory: Inventory; readonly transitions: readonly Transition[]} {
	let inventory = emptyInventory;
	const transitions: Transition[] = [];
	for (const [seconds, items] of polls) {
		const folded = foldSnapshot(inventory, snapshotOf(items, noon + (seconds * 1000)), {interval: watchInterval});
		inventory = folded.inventory;
		transitions.push(...folded.transitions);
	}

	return {inventory, transitions};
}

export function trackedOf({tracked}: Inventory, name: string): Tracked {
	const found = tracked.values().find(({instance}) => instance.name === name);
	assert.ok(found, `${name} is tracked`);
	return found;
}

export function namesIn({tracked}: Inventory): readonly string[] {
	return tracked.values().map(({instance}) => instance.name).toArray();
}

/** The rows at the time of the last poll unless told; `known` are the names that were acknowledged. */
export function rowsOf(inventory: Inventory, known: readonly string[] = [], now: number = lookedAt(inventory, account) ?? noon): readonly Row[] {
	return inventory.tracked.values().map(tracked => rowIn(inventory, tracked, {facts: factsOf(tracked.instance), now, isAcknowledged: known.includes(tracked.instance.name)})).toArray();
}

/** The row of one instance that was polled once. */
export function rowOfItem(item: WireItem): Row {
	const [row] = rowsOf(watch([0, [item]]).inventory);
	assert.ok(row, 'the item has a row');
	return row;
}

/** The subject of the detail of an instance that was polled once, a minute after. */
export function subjectOf(item: WireItem): Subject {
	const {tracked, facts} = rowOfItem(item);
	return {
		tracked, facts, changes: new Map(), coverage: firstLook(noon), polledAt: noon, older: [], now: noon + 60_000, time: utc,
	};
}

/** An instance decoded from these fields alone, without those of the sample. */
export function instanceAsItCame(item: WireItem): Instance {
	const snapshot = decodeSnapshot({instances: [item]}, {
		account, at: noon, token: new Secret('account-token-of-the-tests'), wanted: [],
	});
	const instance = typeof snapshot === 'string' ? undefined : snapshot.instances[0];
	assert.ok(instance, 'the item decodes');
	return instance;
}

/** The subject of the detail of an instance that has these fields alone. */
export function subjectAsItCame(item: WireItem): Subject {
	const instance = instanceAsItCame(item);
	const {inventory} = foldSnapshot(emptyInventory, {
		account, at: noon, tokenKind: 'account', instances: [instance], rejected: [], isSimulated: false,
	});
	return {
		tracked: trackedOf(inventory, item.name), facts: factsOf(instance), changes: new Map(), coverage: firstLook(noon), polledAt: noon, older: [], now: noon + 60_000, time: utc,
	};
}

export function textOf(line: Line): string {
	return line.map(({text}) => text).join('');
}

/** The sentence at the top of the screen, as long as it can be; `undefined` where there is none. */
export function tellMass(masses: Masses, inventory: Inventory, now: number, isLive = true): string | undefined {
	const parts = describeMass(masses, inventory, {now, time: utc, isLive: () => isLive});
	return parts.length === 0 ? undefined : parts.join(' · ');
}
