import {isSameSecret, Secret} from '../../core/text/secret.js';
import type {TokenSource} from '../../core/polling/token-source.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';

/** Reads a token as it stands in a variable or a file, without the blanks and line ends around it. It travels in an HTTP header, which takes visible ASCII only. */
export function parseToken(text: string): Parsed<Secret> {
	const trimmed = text.trim();
	if (trimmed === '') {
		return refuse('It is empty. It must hold the token.');
	}

	return /^[\u{21}-\u{7E}]+$/v.test(trimmed)
		? accept(new Secret(trimmed))
		: refuse('It holds more than a token: a space, a line break or a character that no token has. It must hold the token alone.');
}

/** A token that stays what it is: no one can change the environment of a process from outside. */
export function fixedToken(token: Secret): TokenSource {
	return {
		current: () => token,
		refresh: async () => false,
	};
}

/** A token that may be replaced while the program runs. `read` gives the text its source holds now, or nothing if there is none to be had; it must not reject. */
export function refreshableToken(token: Secret, read: () => Promise<string | undefined>): TokenSource {
	let current = token;
	return {
		current: () => current,
		async refresh() {
			const parsed = parseToken(await read() ?? '');
			if (parsed.kind === 'problem' || isSameSecret(parsed.value, current)) {
				return false;
			}

			current = parsed.value;
			return true;
		},
	};
}
