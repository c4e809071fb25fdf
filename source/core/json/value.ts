import {NumberText} from './number-text.js';

/** Deepest level of a JSON value that is drawn or compared. Real answers are less deep; what lies below is only shown to be there. */
export const deepest = 40;

/** Longest name of a field in a path. Paths are made of the names around a field, each of which can be a megabyte long. */
const longestName = 200;

/** The name of a field as a path has it. */
export function nameInPath(name: string): string {
	return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof NumberText);
}

/** The field of that name, or `undefined`, which is no JSON value, where there is none. */
export function fieldIn(value: unknown, name: string): unknown {
	return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
