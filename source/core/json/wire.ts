import {mask, Secret} from '../text/secret.js';
import {maskUrls} from '../text/mask-urls.js';
import {sanitize, type SafeText} from '../text/sanitize.js';
import {differingFields, isSameJson} from './compare.js';
import {escapeJson} from './escape.js';
import {deepest, fieldIn, isObject} from './value.js';
import {
	isMasked,
	maskJson,
	pruneJson,
	showJson,
} from './mask.js';

let read: (wire: Wire) => unknown;

/**
A value as it came over the network, kept whole but closed: it prints itself masked, and only this file reads it.
Its content comes out as `SafeText` lines for people, or as it came for other programs: as JSON, or as the text of one field.
*/
export class Wire {
	static {
		read = wire => wire.#value;
	}

	readonly #value: unknown;

	/** `value` is a result of `JSON.parse`; it must not be changed afterwards. */
	constructor(value: unknown) {
		this.#value = value;
	}

	toString(): string {
		return JSON.stringify(this);
	}

	toJSON(): unknown {
		return maskJson(this.#value, '');
	}

	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return this.toString();
	}
}

/** A stretch of a JSON line; its `kind` decides its colour. */
export type JsonPart = {
	readonly kind: 'key' | 'string' | 'number' | 'literal' | 'punctuation' | 'secret';
	readonly text: SafeText;
};

/** One line of an indented JSON document; `path` is the location of its value (`chatwoot.events[2]`). */
export type JsonLine = {
	readonly depth: number;
	readonly path: SafeText;
	readonly value: Wire;
	readonly parts: readonly JsonPart[];
};

/** Writes the value as lines of indented JSON, secrets masked, every text safe. Empty lists and objects stay on one line. */
export function wireLines(wire: Wire): readonly JsonLine[] {
	const lines: JsonLine[] = [];
	addLines(lines, read(wire), {
		name: '', path: '', depth: 0, prefix: [], suffix: [],
	});
	return lines;
}

/** The fields of an object that are not among the documented ones, in the order they came; none where the value is no object. */
export function unknownFields(
	wire: Wire,
	documented: readonly string[],
): ReadonlyArray<{readonly name: SafeText; readonly value: Wire | Secret}> {
	const value = read(wire);
	if (!isObject(value)) {
		return [];
	}

	return Object.keys(value)
		.filter(name => !documented.includes(name))
		.map(name => ({
			name: sanitize(name),
			value: isMasked(name, value[name]) ? maskedValue(value[name]) : new Wire(value[name]),
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
		return maskUrls(value) === value ? sanitize(value) : undefined;
	}

	return wireLines(wire).map(({depth, parts}) => ' '.repeat(2 * depth) + parts.map(({text}) => text).join('')).join('\n');
}

/** Writes the value on one line, as JSON, masked and safe. */
export function wireText(wire: Wire): SafeText {
	return sanitize(wire.toString());
}

/**
Writes the value as JSON for other programs. Every text stays as it came, with escapes that make it harmless to a terminal;
secrets are masked unless `isRevealed`. An object gets the `added` fields beside its own.
*/
export function wireJson(wire: Wire, isRevealed: boolean, added: Readonly<Record<string, unknown>> = {}): string {
	const shown = showJson(read(wire), '', isRevealed);
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

	const shown = showJson(value ?? '', path.at(-1) ?? '', isRevealed);
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
	return differingFields(read(one), read(other)).map(path => sanitize(path));
}

/** Location of a value in the document, and the parts before and after it on its line or lines. */
type Location = {
	readonly name: string;
	readonly path: string;
	readonly depth: number;
	readonly prefix: readonly JsonPart[];
	readonly suffix: readonly JsonPart[];
};

function addLines(lines: JsonLine[], value: unknown, location: Location): void {
	const {name, path, depth, prefix, suffix} = location;
	const line = {depth, path: sanitize(path), value: new Wire(value)};
	const children = isMasked(name, value) || depth >= deepest ? [] : childrenOf(value, path);
	if (children.length === 0) {
		lines.push({...line, parts: [...prefix, leafPart(name, value, depth), ...suffix]});
		return;
	}

	const isList = Array.isArray(value);
	lines.push({...line, parts: [...prefix, punctuation(isList ? '[' : '{')]});
	for (const [index, child] of children.entries()) {
		addLines(lines, child.value, {
			name: child.name,
			path: child.path,
			depth: depth + 1,
			prefix: isList ? [] : [{kind: 'key', text: jsonString(child.name)}, punctuation(': ')],
			suffix: index === children.length - 1 ? [] : [punctuation(',')],
		});
	}

	lines.push({...line, parts: [punctuation(isList ? ']' : '}'), ...suffix]});
}

type Child = {readonly name: string; readonly path: string; readonly value: unknown};

function childrenOf(value: unknown, path: string): readonly Child[] {
	if (Array.isArray(value)) {
		return value.map((item: unknown, index) => ({name: '', path: `${path}[${index}]`, value: item}));
	}

	return isObject(value)
		? Object.entries(value).map(([name, item]) => ({name, path: path === '' ? name : `${path}.${name}`, value: item}))
		: [];
}

function leafPart(name: string, value: unknown, depth: number): JsonPart {
	if (isMasked(name, value)) {
		return {kind: 'secret', text: jsonString(mask)};
	}

	if (typeof value === 'string') {
		return {kind: 'string', text: jsonString(maskUrls(value))};
	}

	if (typeof value === 'object' && value !== null) {
		const isEmpty = Object.keys(value).length === 0;
		const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
		return punctuation(isEmpty || depth < deepest ? `${open}${close}` : `${open}…${close}`);
	}

	return {kind: typeof value === 'number' ? 'number' : 'literal', text: sanitize(JSON.stringify(value) ?? '')};
}

function punctuation(text: string): JsonPart {
	return {kind: 'punctuation', text: sanitize(text)};
}

function jsonString(text: string): SafeText {
	return sanitize(JSON.stringify(text));
}
