import {mask} from '../text/secret.js';
import {maskUrls} from '../text/mask-urls.js';
import {sanitize, type SafeText} from '../text/sanitize.js';
import {isMasked} from './mask.js';
import {deepest, isObject, nameInPath} from './value.js';

/** A stretch of a JSON line; its `kind` decides its colour. */
export type JsonPart = {
	readonly kind: 'key' | 'string' | 'number' | 'literal' | 'punctuation' | 'secret';
	readonly text: SafeText;
};

/** One line of an indented JSON document; `path` is the location of its value (`chatwoot.events[2]`). */
export type JsonLine = {
	readonly depth: number;
	readonly path: SafeText;
	readonly value: unknown;
	readonly parts: readonly JsonPart[];
};

/** Writes a result of `JSON.parse` as lines of indented JSON, secrets masked, every text safe; `value` alone is as it came. */
export function jsonLines(value: unknown): readonly JsonLine[] {
	const lines: JsonLine[] = [];
	addLines(lines, value, {
		name: '', path: '', depth: 0, prefix: [], suffix: [],
	});
	return lines;
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
	const line = {depth, path: sanitize(path), value};
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
		? Object.entries(value).map(([name, item]) => ({
			name, path: path === '' ? nameInPath(name) : `${path}.${nameInPath(name)}`, value: item,
		}))
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
