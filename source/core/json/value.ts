/** Deeper than any honest answer; what lies below is said to be there, neither drawn nor compared. */
export const deepest = 40;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The field of that name; `undefined`, which JSON cannot say, if the value has none. */
export function fieldIn(value: unknown, name: string): unknown {
	return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
