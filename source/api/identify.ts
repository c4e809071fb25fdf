import * as v from 'valibot';
import {stateKinds} from '../core/instance/instance.js';
import type {RejectedItem} from '../core/instance/snapshot.js';
import {readJson} from '../core/json/late.js';
import {Wire} from '../core/json/wire.js';
import type {Slices} from '../core/polling/slices.js';
import type {DecodeCache} from './decode-cache.js';
import {recordSchema} from './item/field-schemas.js';
import type {InstanceReader} from './item/read-instance.js';
import {identitySchema} from './item/schema.js';
import {shownName} from './item/shown-name.js';

/** An item of the list with what identifies it, as it came; `position` counts from 1. */
export type IdentifiedItem = v.InferOutput<typeof identitySchema> & {readonly item: WeakKey; readonly position: number};

/**
Reads what identifies each item, and rejects those that have no name. The token of one that was decoded before is left out: it is known.
It stops before each item.
*/
export function * identify(items: readonly unknown[], {maskText, instances}: DecodeCache): Slices<{
	readonly identified: readonly IdentifiedItem[];
	readonly rejected: readonly RejectedItem[];
}> {
	const identified: IdentifiedItem[] = [];
	const rejected: RejectedItem[] = [];
	for (const [index, item] of items.entries()) {
		yield;
		const position = index + 1;
		const decoded = isObject(item) ? instances.get(item) : undefined;
		if (decoded !== undefined && isObject(item)) {
			const {id, name} = decoded;
			identified.push({
				id, name, token: '', item, position,
			});
			continue;
		}

		const identity = v.safeParse(identitySchema, readJson(item));
		if (identity.success && isObject(item)) {
			identified.push({...identity.output, item, position});
		} else {
			rejected.push({
				position, name: undefined, wire: new Wire(item, maskText), problem: describeProblem(readJson(item)),
			});
		}
	}

	return {identified, rejected};
}

/**
Keeps one item of several that have the same id and name, which cannot be told apart, and rejects the others. The order of the list means
nothing: the one in the worst state is kept, and of those in one state the first by its text. It stops before each item that has a double.

@yields Nothing.
*/
export function * rejectDoubles(identified: readonly IdentifiedItem[], {maskText, read}: DecodeCache): Slices<{
	readonly kept: readonly IdentifiedItem[];
	readonly doubles: readonly RejectedItem[];
}> {
	const identityOf = ({id, name}: IdentifiedItem) => JSON.stringify([id, name]);
	if (new Set(identified.map(entry => identityOf(entry))).size === identified.length) {
		return {kept: identified, doubles: []};
	}

	const groups = Map.groupBy(identified, entry => identityOf(entry));
	const rejected = new Set<IdentifiedItem>();
	for (const group of groups.values()) {
		const kept = group.length === 1 ? group[0] : yield * findWorst(group, read);
		for (const entry of group) {
			if (entry !== kept) {
				rejected.add(entry);
			}
		}
	}

	return {
		kept: identified.filter(entry => !rejected.has(entry)),
		doubles: [...rejected].map(({item, position, id, name}) => ({
			position,
			name: shownName(name, maskText),
			wire: new Wire(item, maskText),
			problem: `another instance has the same ${id === '' ? 'name' : 'id and name'}`,
		})),
	};
}

function * findWorst(group: readonly IdentifiedItem[], {state}: InstanceReader): Slices<IdentifiedItem | undefined> {
	let worst: {readonly entry: IdentifiedItem; readonly severity: number; readonly text: string} | undefined;
	for (const entry of group) {
		yield;
		const severity = stateKinds.indexOf(state(entry.item).kind);
		const text = JSON.stringify(readJson(entry.item));
		if (worst === undefined || severity > worst.severity || (severity === worst.severity && text < worst.text)) {
			worst = {entry, severity, text};
		}
	}

	return worst?.entry;
}

function describeProblem(item: unknown): string {
	if (!v.is(recordSchema, item)) {
		return 'it is no object';
	}

	const {name} = item;
	if (name === undefined || name === null) {
		return 'it has no name';
	}

	return name === '' ? 'its name is empty' : 'its name is no text';
}

function isObject(item: unknown): item is WeakKey {
	return typeof item === 'object' && item !== null;
}
