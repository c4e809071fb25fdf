import {mask} from '../text/secret.js';
import {sanitize, type SafeText} from '../text/sanitize.js';
import {placeOf} from '../secrets/place.js';
import {
	isMasked,
	isMaskedNumber,
	maskAt,
	namesIn,
	type TextMask,
} from './mask.js';
import {digitsOf} from './number-text.js';
import {deepest, isObject, nameInPath} from './value.js';

/** A stretch of a JSON line; its `kind` decides its colour. */
export type JsonPart = {
	readonly kind: 'key' | 'string' | 'number' | 'literal' | 'punctuation' | 'secret';
	readonly text: SafeText;
};

/** One line of an indented JSON document; `path` is the location of its value (`chatwoot.events[2]`), `maskText` masks its texts. */
export type JsonLine = {
	readonly depth: number;
	readonly path: SafeText;
	readonly value: unknown;
	readonly maskText: TextMask;
	readonly parts: readonly JsonPart[];
};

/** Writes a result of `JSON.parse` as lines of indented JSON, secrets masked, every text safe; `value` alone is as it came. */
export function jsonLines(value: unknown, maskText: TextMask): readonly JsonLine[] {
	const lines: JsonLine[] = [];
	addLines(lines, value, {
		name: '', path: '', depth: 0, prefix: [], suffix: [], maskText,
	});
	return lines;
}

/** Location of a value in the document, the name that it is masked by, and the parts before and after it on its line or lines. */
type Location = {
	readonly name: string;
	readonly path: string;
	readonly depth: number;
	readonly prefix: readonly JsonPart[];
	readonly suffix: readonly JsonPart[];
	readonly maskText: TextMask;
};

function addLines(lines: JsonLine[], value: unknown, location: Location): void {
	const {
		name, path, depth, prefix, suffix, maskText,
	} = location;
	const maskOwn = maskAt(maskText, placeOf(name));
	const line = {
		depth, path: sanitize(path), value, maskText: maskOwn,
	};
	const children = isMasked(name, value) || depth >= deepest ? [] : childrenOf(value, path, maskText);
	if (children.length === 0) {
		lines.push({...line, parts: [...prefix, leafPart(value, {name, depth, maskText: maskOwn}), ...suffix]});
		return;
	}

	const isList = Array.isArray(value);
	lines.push({...line, parts: [...prefix, punctuation(isList ? '[' : '{')]});
	for (const [index, child] of children.entries()) {
		addLines(lines, child.value, {
			name: child.name,
			path: child.path,
			depth: depth + 1,
			prefix: isList ? [] : [{kind: 'key', text: jsonString(child.key)}, punctuation(': ')],
			suffix: index === children.length - 1 ? [] : [punctuation(',')],
			maskText: isList ? maskOwn : maskText,
		});
	}

	lines.push({...line, parts: [punctuation(isList ? ']' : '}'), ...suffix]});
}

/** A part of a tree: its key as it is shown, and the name that it is masked by. */
type Child = {readonly key: string; readonly name: string; readonly path: string; readonly value: unknown};

function childrenOf(value: unknown, path: string, maskText: TextMask): readonly Child[] {
	if (Array.isArray(value)) {
		const nameOf = namesIn(value);
		return value.map((item: unknown, index) => ({
			key: '', name: nameOf(String(index)), path: `${path}[${index}]`, value: item,
		}));
	}

	if (!isObject(value)) {
		return [];
	}

	const nameOf = namesIn(value);
	return Object.entries(value).map(([name, item]) => {
		const key = maskText(name);
		return {
			key, name: nameOf(name), path: path === '' ? nameInPath(key) : `${path}.${nameInPath(key)}`, value: item,
		};
	});
}

function leafPart(value: unknown, {name, depth, maskText}: Pick<Location, 'name' | 'depth' | 'maskText'>): JsonPart {
	if (isMasked(name, value) || isMaskedNumber(value, maskText)) {
		return {kind: 'secret', text: jsonString(mask)};
	}

	if (typeof value === 'string') {
		return {kind: 'string', text: jsonString(maskText(value))};
	}

	const digits = digitsOf(value);
	if (digits !== undefined) {
		return {kind: 'number', text: sanitize(digits)};
	}

	if (typeof value === 'object' && value !== null) {
		const isEmpty = Object.keys(value).length === 0;
		const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
		return punctuation(isEmpty || depth < deepest ? `${open}${close}` : `${open}…${close}`);
	}

	return {kind: 'literal', text: sanitize(JSON.stringify(value) ?? '')};
}

function punctuation(text: string): JsonPart {
	return {kind: 'punctuation', text: sanitize(text)};
}

function jsonString(text: string): SafeText {
	return sanitize(JSON.stringify(text));
}
