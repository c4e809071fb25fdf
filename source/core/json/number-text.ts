declare global {
	// The compiler does not know yet what ECMAScript's proposal "JSON.parse source text access" adds, which Node has from 21 on.
	// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- a declared interface is extended by another one
	interface JSON {
		parse(text: string, reviver: (key: string, value: unknown, context: {readonly source?: string}) => unknown): unknown;
		rawJSON(text: string): unknown;
	}
}

/** A number of JSON whose digits a JavaScript number would change: `9007199254740993`, `1.0`, `1e400`. As JSON it is written as it came. */
export class NumberText {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	toJSON(): unknown {
		return JSON.rawJSON(this.text);
	}
}

/** The digits of a number as it came; `undefined` for a value that is no number. */
export function digitsOf(value: unknown): string | undefined {
	return value instanceof NumberText ? value.text : (typeof value === 'number' ? String(value) : undefined);
}

/**
Parses JSON with every number as it came: one that JavaScript would write otherwise becomes a `NumberText`. It throws where the text is
invalid, as `JSON.parse` does, and takes several times as long as that.
*/
export function parseExactly(text: string): unknown {
	return JSON.parse(text, (_, value, {source}) =>
		typeof value === 'number' && source !== undefined && JSON.stringify(value) !== source ? new NumberText(source) : value);
}
