import {placeOf} from '../secrets/place.js';
import {Secret} from '../text/secret.js';
import {makeHarmless, sanitize, type SafeText} from '../text/sanitize.js';
import {differingFields, isSameJson} from './compare.js';
import {NumberText} from './number-text.js';
import {escapeJson} from './escape.js';
import {readJson} from './late.js';
import {jsonLines, type JsonLine} from './lines.js';
import {fieldIn, isObject} from './value.js';
import {
	isMasked,
	maskAt,
	maskJson,
	maskText,
	namesIn,
	pruneJson,
	showJson,
	type TextMask,
} from './mask.js';

let read: (wire: Wire) => unknown;
let readLines: (wire: Wire) => readonly WireLine[];
let readText: (wire: Wire) => SafeText;
let maskOf: (wire: Wire) => TextMask;

/**
A value as it came over the network, kept whole but closed: it prints itself masked, and only this file reads it.
Its content comes out as `SafeText` lines for people, or as it came for other programs: as JSON, or as the text of one field.
*/
export class Wire {
	static {
		read = wire => readJson(wire.#value);
		maskOf = wire => wire.#maskText;
		readLines = wire => {
			wire.#lines ??= jsonLines(read(wire), wire.#maskText)
				.map(line => ({...line, value: new Wire(line.value, line.maskText)}));
			return wire.#lines;
		};

		readText = wire => {
			wire.#text ??= sanitize(wire.toString());
			return wire.#text;
		};
	}

	readonly #value: unknown;
	readonly #maskText: TextMask;
	// Both are made when they are asked for first: they are asked for with every key in the detail, and an item can be megabytes long.
	#lines: readonly WireLine[] | undefined;
	#text: SafeText | undefined;

	/**
	`value` is a result of `JSON.parse`, now or when it is asked for; it must not be changed afterwards. `mask` masks its texts, and also its
	known tokens.
	*/
	constructor(value: unknown, mask: TextMask = maskText) {
		this.#value = value;
		this.#maskText = mask;
	}

	toString(): string {
		return JSON.stringify(this);
	}

	toJSON(): unknown {
		const shown = maskJson(read(this), '', this.#maskText);
		// What this method gives is not asked for a form of its own again.
		return shown instanceof NumberText ? shown.toJSON() : shown;
	}

	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return this.toString();
	}
}

/** One line of an indented JSON document, its value closed. */
export type WireLine = Omit<JsonLine, 'value'> & {readonly value: Wire};

/** Writes the value as lines of indented JSON, secrets masked, every text safe. Empty lists and objects stay on one line. */
export function wireLines(wire: Wire): readonly WireLine[] {
	return readLines(wire);
}

/** One list for all blocks that have none, which are nearly all. */
const nothingUnknown: ReturnType<typeof unknownFields> = [];

/** The fields of an object that are not among the documented ones, in the order they came; none where the value is no object. */
export function unknownFields(
	wire: Wire,
	documented: readonly string[],
): ReadonlyArray<{readonly name: SafeText; readonly value: Wire | Secret}> {
	const value = read(wire);
	if (!isObject(value)) {
		return nothingUnknown;
	}

	const unknown = Object.keys(value).filter(name => !documented.includes(name));
	if (unknown.length === 0) {
		return nothingUnknown;
	}

	const maskTexts = maskOf(wire);
	const nameOf = namesIn(value);
	return unknown
		.map(name => ({
			name: sanitize(maskTexts(name)),
			value: isMasked(nameOf(name), value[name]) ? maskedValue(value[name]) : new Wire(value[name], maskAt(maskTexts, placeOf(nameOf(name)))),
		}));
}

/** Makes a secret of a value of any type, such as an object in place of a password: a text as it is, all else as its JSON. */
export function maskedValue(value: unknown): Secret {
	return new Secret(typeof value === 'string' ? value : JSON.stringify(pruneJson(value)));
}

/**
Writes the value to paste it elsewhere: a text as it is, all else as indented JSON with its secrets masked.
Line feeds stand only between the lines of that JSON. The result is `undefined` for a text in which something would be masked.
*/
export function wireCopy(wire: Wire): string | undefined {
	const value = read(wire);
	if (typeof value === 'string') {
		return maskOf(wire)(value) === value ? makeHarmless(value) : undefined;
	}

	return wireLines(wire).map(({depth, parts}) => ' '.repeat(2 * depth) + parts.map(({text}) => text).join('')).join('\n');
}

/** Writes the value on one line, as JSON, masked and safe. */
export function wireText(wire: Wire): SafeText {
	return readText(wire);
}

/**
Writes the value as JSON for other programs. Every text stays as it came, with escapes that make it harmless to a terminal;
secrets are masked unless `isRevealed`. An object gets the `added` fields beside its own.
*/
export function wireJson(wire: Wire, isRevealed: boolean, added: Readonly<Record<string, unknown>> = {}): string {
	const shown = showJson(read(wire), '', {isRevealed, maskText: maskOf(wire)});
	return escapeJson(JSON.stringify(isObject(shown) ? {...shown, ...added} : shown));
}

/**
The text of one field as it came, found by the names on the path to it. A value that is no text comes as its JSON,
a missing field and `null` as the empty text. The result is not safe for a terminal.
*/
export function wireTextAt(wire: Wire, path: readonly string[], isRevealed: boolean): string {
	let value = read(wire);
	for (const name of path) {
		value = fieldIn(value, name);
	}

	const shown = showJson(value ?? '', path.at(-1) ?? '', {isRevealed, maskText: maskOf(wire)});
	return typeof shown === 'string' ? shown : JSON.stringify(shown);
}

/** Whether two values are equal in every field, down to the deepest drawn level. The order of an object's fields does not matter. */
export function isSameWire(one: Wire, other: Wire): boolean {
	return isSameJson(read(one), read(other));
}

/**
Paths of the fields in which two items differ (`status`, `webhook.url`). The fields of blocks are compared one by one;
a difference that lies deeper counts as a difference of its field.
*/
export function differingPaths(one: Wire, other: Wire): readonly string[] {
	return differingFields(read(one), read(other)).map(path => sanitize(maskOf(other)(path)));
}
