import {mask} from '../text/secret.js';
import {maskUrls} from '../text/mask-urls.js';
import {isSecretName} from '../text/secret-name.js';
import {deepest, isObject} from './value.js';

/** Makes the form in which the JSON value of a field of that name may be shown: masked, unless `isRevealed`. */
export function showJson(value: unknown, name: string, isRevealed: boolean): unknown {
	return isRevealed ? pruneJson(value) : maskJson(value, name);
}

/** Masks in a JSON value everything that is named like a secret, and the secrets of URLs. All that lies too deep becomes `…`. */
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

/** Copies a JSON value, with `…` in place of all that lies too deep for a recursion. */
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

/** Whether the value of a field is a secret to mask. `null` and the empty text are not masked: they say that no secret is set. */
export function isMasked(name: string, value: unknown): boolean {
	return (value ?? '') !== '' && isSecretName(name);
}
