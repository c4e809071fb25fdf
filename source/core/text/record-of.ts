/** Makes a record that has a value for each name. `Object.fromEntries` alone forgets which names there are. */
export function recordOf<Name extends string, Value>(names: readonly Name[], make: (name: Name) => Value): Readonly<Record<Name, Value>>;
export function recordOf(names: readonly string[], make: (name: string) => unknown): Readonly<Record<string, unknown>> {
	return Object.fromEntries(names.map(name => [name, make(name)]));
}
