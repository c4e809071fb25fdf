import {isSameSecret, Secret} from '../../core/text/secret.js';
import type {TokenSource} from '../../core/polling/token-source.js';
import {accept, refuse, type Parsed} from '../values/parse.js';

/** Variables that may hold the token; the first that is not empty wins. The last two are the names in the API's own examples. */
export const tokenVariables = ['RYZE_TOKEN', 'RYZE_TOKEN_ACCOUNT', 'RYZE_ACCOUNT_TOKEN', 'Token_Account', 'Token_Instance'] as const;

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

/** The variable that holds the token, if one does. */
export function findTokenVariable(environment: Readonly<Record<string, string | undefined>>): {readonly name: string; readonly text: string} | undefined {
	for (const name of tokenVariables) {
		const text = environment[name] ?? '';
		if (text.trim() !== '') {
			return {name, text};
		}
	}

	return undefined;
}

/** A token that stays what it is: no one can change the environment of a process from outside. */
export function holdToken(token: Secret): TokenSource {
	return {
		current: () => token,
		refresh: async () => false,
	};
}

/** A token that may be replaced while the program runs. `read` gives the text its source holds now, or nothing if there is none to be had; it must not reject. */
export function followToken(token: Secret, read: () => Promise<string | undefined>): TokenSource {
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
