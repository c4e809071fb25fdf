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
A value as it came over the network, kept whole but closed: it prints itself masked, and only this file reads it. What it says comes out as `SafeText` lines for people, or for other programs as it came: in JSON, or the text of one field.
*/
export class Wire {
	static {
		read = wire => wire.#value;
	}

	readonly #value: unknown;

	/** `value` is what `JSON.parse` made; it must not be changed afterwards. */
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

/** What a stretch of a JSON line is, for its colour. */
export type JsonPart = {
	readonly kind: 'key' | 'string' | 'number' | 'literal' | 'punctuation' | 'secret';
	readonly text: SafeText;
};

/** One line of an indented JSON document; `path` is where its value stands (`chatwoot.events[2]`). */
export type JsonLine = {
	readonly depth: number;
	readonly path: SafeText;
	readonly value: Wire;
	readonly parts: readonly JsonPart[];
};

/** The value as lines of indented JSON, secrets masked, every text safe. Shapes like `[]` and `{}` stay on one line. */
export function wireLines(wire: Wire): readonly JsonLine[] {
	const lines: JsonLine[] = [];
	addLines(lines, read(wire), {
		name: '', path: '', depth: 0, lead: [], tail: [],
	});
	return lines;
}

/** The fields of an object that are not among the known ones, in the order they came; none if it is no object. */
export function unknownFields(wire: Wire, known: readonly string[]): ReadonlyArray<{readonly name: SafeText; readonly value: Wire | Secret}> {
	const value = read(wire);
	if (!isObject(value)) {
		return [];
	}

	return Object.keys(value)
		.filter(name => !known.includes(name))
		.map(name => ({
			name: sanitize(name),
			value: isMasked(name, value[name]) ? maskedValue(value[name]) : new Wire(value[name]),
		}));
}

/** Makes a secret of a value of any type, such as an object where a password should be: text as it is, all else as its JSON. */
export function maskedValue(value: unknown): Secret {
	return new Secret(typeof value === 'string' ? value : JSON.stringify(pruneJson(value)));
}

/** The value to paste elsewhere: a text as it is, all else as indented JSON with its secrets masked. Line feeds stay only where they indent. A text in which something is masked gives nothing. */
export function wireCopy(wire: Wire): string | undefined {
	const value = read(wire);
	if (typeof value === 'string') {
		return maskUrls(value) === value ? sanitize(value) : undefined;
	}

	return wireLines(wire).map(({depth, parts}) => ' '.repeat(2 * depth) + parts.map(({text}) => text).join('')).join('\n');
}

/** The value on one line, as JSON, masked and safe. */
export function wireText(wire: Wire): SafeText {
	return sanitize(wire.toString());
}

/** The value as JSON for other programs: every text as it came, harmless to a terminal by its escapes; secrets masked unless they are revealed. An object gets the `added` fields beside its own. */
export function wireJson(wire: Wire, isRevealed: boolean, added: Readonly<Record<string, unknown>> = {}): string {
	const shown = showJson(read(wire), '', isRevealed);
	return escapeJson(JSON.stringify(isObject(shown) ? {...shown, ...added} : shown));
}

/** The text of one field as it came, found by the names on the way to it; what is no text as its JSON, and nothing as the empty text. Not safe for a terminal. */
export function wireTextAt(wire: Wire, path: readonly string[], isRevealed: boolean): string {
	let value = read(wire);
	for (const name of path) {
		value = fieldIn(value, name);
	}

	const shown = showJson(value ?? '', path.at(-1) ?? '', isRevealed);
	return typeof shown === 'string' ? shown : JSON.stringify(shown);
}

/** Whether two values are equal in every field, the order of an object's fields aside. What lies too deep to be drawn is not compared. */
export function isSameWire(one: Wire, other: Wire): boolean {
	return isSameJson(read(one), read(other));
}

/** Where two items differ, as paths (`status`, `webhook.url`): fields of blocks are compared one by one, all that lies deeper as part of its field. */
export function differingPaths(one: Wire, other: Wire): readonly string[] {
	return differingFields(read(one), read(other)).map(path => sanitize(path));
}

type Place = {
	readonly name: string;
	readonly path: string;
	readonly depth: number;
	readonly lead: readonly JsonPart[];
	readonly tail: readonly JsonPart[];
};

function addLines(lines: JsonLine[], value: unknown, place: Place): void {
	const {depth, lead, tail} = place;
	const line = {depth, path: sanitize(place.path), value: new Wire(value)};
	const children = isMasked(place.name, value) || depth >= deepest ? [] : childrenOf(value, place.path);
	if (children.length === 0) {
		lines.push({...line, parts: [...lead, leaf(place.name, value, depth), ...tail]});
		return;
	}

	const isList = Array.isArray(value);
	lines.push({...line, parts: [...lead, punctuation(isList ? '[' : '{')]});
	for (const [index, child] of children.entries()) {
		addLines(lines, child.value, {
			name: child.name,
			path: child.path,
			depth: depth + 1,
			lead: isList ? [] : [{kind: 'key', text: jsonString(child.name)}, punctuation(': ')],
			tail: index === children.length - 1 ? [] : [punctuation(',')],
		});
	}

	lines.push({...line, parts: [punctuation(isList ? ']' : '}'), ...tail]});
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

function leaf(name: string, value: unknown, depth: number): JsonPart {
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
