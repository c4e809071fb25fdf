import {Secret} from '../core/text/secret.js';

/**
Finds every secret inside plain data, at any depth, so that a text can be printed with all of them masked.
Objects with private fields, such as `Wire`, are not searched: they print themselves masked.
*/
export function collectSecrets(value: unknown): readonly Secret[] {
	const found: Secret[] = [];
	const seen = new Set<unknown>();
	const pending: unknown[] = [value];
	while (pending.length > 0) {
		const next = pending.pop();
		if (next instanceof Secret) {
			found.push(next);
		} else if (typeof next === 'object' && next !== null && !seen.has(next)) {
			seen.add(next);
			for (const part of next instanceof Map ? next.values() : Object.values(next)) {
				pending.push(part);
			}
		}
	}

	return found;
}
