import {Secret} from '../core/text/secret.js';

/** Finds every secret inside plain data, however deep, so that they can be masked in a text that must not hold one. Objects with a machinery of their own, such as `Wire`, are not looked into: they print themselves masked. */
export function collectSecrets(value: unknown): readonly Secret[] {
	const found: Secret[] = [];
	const seen = new Set<unknown>();
	const open: unknown[] = [value];
	while (open.length > 0) {
		const next = open.pop();
		if (next instanceof Secret) {
			found.push(next);
		} else if (typeof next === 'object' && next !== null && !seen.has(next)) {
			seen.add(next);
			for (const part of next instanceof Map ? next.values() : Object.values(next)) {
				open.push(part);
			}
		}
	}

	return found;
}
