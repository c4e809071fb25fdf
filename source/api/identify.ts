import * as v from 'valibot';
import {stateKinds} from '../core/instance/instance.js';
import type {RejectedItem} from '../core/instance/snapshot.js';
import {Wire} from '../core/json/wire.js';
import type {Slices} from '../core/polling/slices.js';
import {sanitize} from '../core/text/sanitize.js';
import type {DecodeCache} from './decode-cache.js';
import {recordSchema} from './field-schemas.js';
import type {InstanceReader} from './read-instance.js';
import {identitySchema} from './schema.js';

/** An item of the list with what identifies it, as it came; `position` counts from 1. */
export type IdentifiedItem = v.InferOutput<typeof identitySchema> & {readonly item: WeakKey; readonly position: number};

/** Items in one slice. Each takes a few microseconds. */
const sliceLength = 1000;

/**
Reads what identifies each item, and rejects those that have no name. It stops after each slice of the items.
*/
export function * identify(items: readonly unknown[], {maskText}: DecodeCache): Slices<{
	readonly identified: readonly IdentifiedItem[];
	readonly rejected: readonly RejectedItem[];
}> {
	const identified: IdentifiedItem[] = [];
	const rejected: RejectedItem[] = [];
	for (const [index, item] of items.entries()) {
		if (index % sliceLength === sliceLength - 1) {
			yield;
		}

		const position = index + 1;
		const identity = v.safeParse(identitySchema, item);
		if (identity.success && isObject(item)) {
			identified.push({...identity.output, item, position});
		} else {
			rejected.push({
				position, name: undefined, wire: new Wire(item, maskText), problem: describeProblem(item),
			});
		}
	}

	return {identified, rejected};
}

/**
Keeps one item of several that have the same id and name, which cannot be told apart, and rejects the others. The order of the list means
nothing: the one in the worst state is kept, and of those in one state the first by its text.
*/
export function * rejectDoubles(identified: readonly IdentifiedItem[], {maskText, read}: DecodeCache): Slices<{
	readonly kept: readonly IdentifiedItem[];
	readonly doubles: readonly RejectedItem[];
}> {
	const identityOf = ({id, name}: IdentifiedItem) => JSON.stringify([id, name]);
	if (new Set(identified.map(entry => identityOf(entry))).size === identified.length) {
		return {kept: identified, doubles: []};
	}

	yield;
	const groups = Map.groupBy(identified, entry => identityOf(entry));
	const rejected = new Set(groups.values().filter(group => group.length > 1).flatMap(group => worstFirst(group, read).slice(1)));
	return {
		kept: identified.filter(entry => !rejected.has(entry)),
		doubles: [...rejected].map(({item, position, id, name}) => ({
			position,
			name: sanitize(maskText(name)),
			wire: new Wire(item, maskText),
			problem: `another instance has the same ${id === '' ? 'name' : 'id and name'}`,
		})),
	};
}

function worstFirst(group: readonly IdentifiedItem[], {state}: InstanceReader): readonly IdentifiedItem[] {
	return group
		.map(entry => ({entry, severity: stateKinds.indexOf(state(entry.item).kind), text: JSON.stringify(entry.item)}))
		.toSorted((one, other) => one.severity === other.severity ? (one.text < other.text ? -1 : 1) : other.severity - one.severity)
		.map(({entry}) => entry);
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
