/* eslint-disable @typescript-eslint/no-shadow, @typescript-eslint/no-restricted-types -- one name for masks; a tree is any object */
import {isNamingName, isValueName} from '../secrets/find-pairs.js';
import {createKnownTokens, type KnownTokens} from '../secrets/known-tokens.js';
import {isPlain, maskPlainText, maskTokens} from '../secrets/mask-text.js';
import {placeOf, type Place} from '../secrets/place.js';
import {
	mask,
	maskSecrets,
	reveal,
	type Secret,
} from '../text/secret.js';
import {isSecretName} from '../text/secret-name.js';
import {digitsOf, NumberText, parseExactly} from './number-text.js';
import {deepest} from './value.js';

/** Masks what is secret in a text; `place` is what its field holds, where that is known. */
export type TextMask = (text: string, place?: Place) => string;

/** Makes a mask of texts: by the one rule for all of them, and of the known tokens. A text that is JSON is masked as JSON. */
export function createTextMask(tokens?: KnownTokens): TextMask {
	const maskPlain: TextMask = (text, place) => maskPlainText(text, tokens, place);
	const maskAny: TextMask = (text, place) => {
		const tree = parseTree(text);
		if (tree === undefined) {
			return maskPlain(text, place);
		}

		const masked = maskJson(tree, '', maskPlain);
		return isUnmasked(tree, masked) ? maskPlain(text, place) : JSON.stringify(masked);
	};

	return (text, place) => isPlain(text) ? (tokens === undefined ? text : maskTokens(text, tokens)) : maskAny(text, place);
}

/** Makes a mask for texts of a place. A text within, in a field with a place of its own, is masked by that. */
export function maskAt(maskText: TextMask, place: Place | undefined): TextMask {
	return place === undefined ? maskText : (text, own = place) => maskText(text, own);
}

/** Masks a text by the rule alone, where no token is known. */
export const maskText: TextMask = createTextMask();

/** Masks in a text of the program itself, such as a line of a log, the given secrets in every form, and what the rule finds. */
export function maskTextAnd(secrets: readonly Secret[], text: string): string {
	const tokens = createKnownTokens();
	for (const secret of secrets) {
		tokens.add(reveal(secret), true);
	}

	return maskPlainText(maskSecrets(text, secrets), tokens);
}

/** Makes the form in which the JSON value of a field of that name may be shown: masked, unless `isRevealed`. */
export function showJson(
	value: unknown,
	name: string,
	{isRevealed, maskText}: {readonly isRevealed: boolean; readonly maskText: TextMask},
): unknown {
	return isRevealed ? pruneJson(value) : maskJson(value, name, maskText);
}

/** Masks in a JSON value everything that is named like a secret, and the secrets in its texts. All that lies too deep becomes `…`. */
export function maskJson(value: unknown, name: string, maskText: TextMask, depth = 0): unknown {
	if (isMasked(name, value)) {
		return mask;
	}

	if (typeof value === 'string') {
		return maskText(value, placeOf(name));
	}

	if (typeof value !== 'object' || value === null || value instanceof NumberText) {
		return isMaskedNumber(value, maskText) ? mask : value;
	}

	if (depth >= deepest) {
		return '…';
	}

	const nameOf = namesIn(value);
	return Array.isArray(value)
		? value.map((item: unknown, index) => maskJson(item, nameOf(String(index)), maskAt(maskText, placeOf(name)), depth + 1))
		: Object.fromEntries(Object.entries(value).map(([key, item]) => [maskText(key), maskJson(item, nameOf(key), maskText, depth + 1)]));
}

/**
Names of the parts of a tree, by which they are masked. A part of a list has none. Where a field or the first item names another field
(`{"name": "token", "value": …}`, `["Authorization", …]`), the value has that name.
*/
export function namesIn(tree: object): (part: string) => string {
	if (Array.isArray(tree)) {
		const first: unknown = tree[0];
		const named = tree.length === 2 && typeof first === 'string' && isSecretName(first) ? first : '';
		return part => part === '1' ? named : '';
	}

	const named = Object.entries(tree).find(([key, value]) => isNamingName(key) && typeof value === 'string' && isSecretName(value));
	return named === undefined
		? part => part
		: part => isValueName(part) ? String(named[1]) : (part === named[0] ? '' : part);
}

/** Copies a JSON value, with `…` in place of all that lies too deep for a recursion. */
export function pruneJson(value: unknown, depth = 0): unknown {
	if (typeof value !== 'object' || value === null || value instanceof NumberText) {
		return value;
	}

	if (depth >= deepest) {
		return '…';
	}

	return Array.isArray(value)
		? value.map((item: unknown) => pruneJson(item, depth + 1))
		: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pruneJson(item, depth + 1)]));
}

/** Whether the value of a field is a secret to mask. `null` and the empty text are not masked: they say that no secret is set. */
export function isMasked(name: string, value: unknown): boolean {
	return (value ?? '') !== '' && isSecretName(name);
}

/** Whether a number is a token, written without quotes. */
export function isMaskedNumber(value: unknown, maskText: TextMask): boolean {
	const digits = digitsOf(value);
	return digits !== undefined && maskText(digits) !== digits;
}

/** In UTF-16 code units. Longer JSON inside a text is masked as any text is, by the names before its values. */
const longestTree = 100_000;

const blanks: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r']);

function hasTreeStart(text: string): boolean {
	let from = 0;
	while (blanks.has(text.charAt(from))) {
		from += 1;
	}

	const first = text.charAt(from);
	return first === '[' || first === '{';
}

/** The object or the list that a text is the JSON of; `undefined` for any other text. */
function parseTree(text: string): object | undefined {
	if (text.length > longestTree || !hasTreeStart(text)) {
		return undefined;
	}

	try {
		const value = parseExactly(text);
		return typeof value === 'object' && value !== null && !(value instanceof NumberText) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isUnmasked(tree: object, masked: unknown): boolean {
	return JSON.stringify(pruneJson(tree)) === JSON.stringify(masked);
}
/* eslint-enable @typescript-eslint/no-shadow, @typescript-eslint/no-restricted-types */
