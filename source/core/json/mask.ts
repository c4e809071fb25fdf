import {mask} from '../text/secret.js';
import {maskUrls} from '../text/mask-urls.js';
import {isSecretName} from '../text/secret-name.js';
import {deepest, isObject} from './value.js';

/** A JSON value as a field of that name may be shown: masked, unless it is revealed. */
export function showJson(value: unknown, name: string, isRevealed: boolean): unknown {
	return isRevealed ? pruneJson(value) : maskJson(value, name);
}

/** A JSON value with everything in it masked that is named like a secret, and what URLs give away. */
export function maskJson(value: unknown, name: string, depth = 0): unknown {
	if (isMasked(name, value)) {
		return mask;
	}

	if (typeof value === 'string') {
		return maskUrls(value);
	}

	if (typeof value === 'object' && value !== null && depth >= deepest) {
		return '…';
	}

	if (Array.isArray(value)) {
		return value.map((item: unknown) => maskJson(item, '', depth + 1));
	}

	return isObject(value)
		? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskJson(item, key, depth + 1)]))
		: value;
}

/** The value without what lies too deep for any recursion. */
export function pruneJson(value: unknown, depth = 0): unknown {
	if (typeof value !== 'object' || value === null) {
		return value;
	}

	if (depth >= deepest) {
		return '…';
	}

	return Array.isArray(value)
		? value.map((item: unknown) => pruneJson(item, depth + 1))
		: Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pruneJson(item, depth + 1)]));
}

/** Whether the value of a field is a secret. Nothing is hidden where there is nothing: `null` and the empty text say that no secret is set. */
export function isMasked(name: string, value: unknown): boolean {
	return (value ?? '') !== '' && isSecretName(name);
}
