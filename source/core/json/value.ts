/** Deepest level of a JSON value that is drawn or compared. Real answers are less deep; what lies below is only shown to be there. */
export const deepest = 40;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The field of that name, or `undefined`, which is no JSON value, where there is none. */
export function fieldIn(value: unknown, name: string): unknown {
	return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
