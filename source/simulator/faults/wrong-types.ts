import type {WireInstance} from '../instances/wire-instance.js';

/** One value of each type of JSON, and some that are easily taken for another. */
export const wrongValues: readonly unknown[] = [null, 42, -0.5, '', 'true', false, true, [], ['text', null, {}], {}, {name: 'x', enabled: 'yes'}];

/** Puts a value of a type that does not belong there into each field of the instance, but for its id and name; which one is told by `turn`. */
export function spoilBlocks(instance: WireInstance, turn: number): unknown {
	return {...mapValues(instance, index => pick(turn + index)), id: instance.id, name: instance.name};
}

/** Does so with each field of each block. */
export function spoilFields(instance: WireInstance, turn: number): unknown {
	return mapValues(instance, (index, value) => isBlock(value) ? mapValues(value, inner => pick(turn + index + inner)) : value);
}

function pick(turn: number): unknown {
	return wrongValues[turn % wrongValues.length];
}

function isBlock(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(value: Record<string, unknown>, change: (index: number, value: unknown) => unknown): Record<string, unknown> {
	return Object.fromEntries(Object.entries(value).map(([key, inner], index) => [key, change(index, inner)]));
}
