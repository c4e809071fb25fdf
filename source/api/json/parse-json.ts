/** Parses JSON; `undefined`, which no JSON means, if it is invalid. */
export function parseJson(text: string, parse: (text: string) => unknown = JSON.parse): unknown {
	try {
		return parse(text);
	} catch {
		return undefined;
	}
}
