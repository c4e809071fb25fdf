import type {WireInstance} from '../instances/wire-instance.js';

/** Values of each type of JSON, and some that are easily mistaken for a value of another type. */
export const wrongValues: readonly unknown[] = [
	null, 42, -0.5, '', 'true', false, true, [], ['text', null, {}], {}, {name: 'x', enabled: 'yes'},
];

/**
Replaces each block and field of an instance, except id and name, by one of the wrong values.
Each field takes the next of the values; `offset` says at which the first field begins.
*/
export function replaceBlocks(instance: WireInstance, offset: number): unknown {
	return {...mapValues(instance, index => wrongValueAt(offset + index)), id: instance.id, name: instance.name};
}

/** Replaces each field of each block of an instance, in the same way. */
export function replaceFields(instance: WireInstance, offset: number): unknown {
	return mapValues(instance, (index, value) => isBlock(value)
		? mapValues(value, indexInBlock => wrongValueAt(offset + index + indexInBlock))
		: value);
}

function wrongValueAt(index: number): unknown {
	return wrongValues[index % wrongValues.length];
}

function isBlock(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(value: Record<string, unknown>, change: (index: number, value: unknown) => unknown): Record<string, unknown> {
	return Object.fromEntries(Object.entries(value).map(([key, inner], index) => [key, change(index, inner)]));
}
