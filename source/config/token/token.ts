import {isSameSecret, Secret} from '../../core/text/secret.js';
import type {TokenSource} from '../../core/polling/token-source.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';

/** Parses the token in a text, without the blanks and line breaks around it. The token is sent in a header, so it must be visible ASCII. */
export function parseToken(text: string): Parsed<Secret> {
	const trimmed = text.trim();
	if (trimmed === '') {
		return refuse('It is empty. It must hold the token.');
	}

	// No token has quotes: a `.env` file was read without taking them off. The token without them is not sent, since whoever set it should
	// know: other programs that read the same variable send it with them.
	if (/^(?<quote>["'`]).*\k<quote>$/v.test(trimmed) || /^[«‘“].*[»’”]$/v.test(trimmed)) {
		return refuse('It is in quotes, which are no part of a token. Leave them out where it is set.');
	}

	return /^[\u{21}-\u{7E}]+$/v.test(trimmed)
		? accept(new Secret(trimmed))
		: refuse('It holds more than a token: a space, a line break or a character that no token has. It must hold the token alone.');
}

/** Makes the source of a token that never changes, such as one from the environment, which other processes cannot change. */
export function fixedToken(token: Secret): TokenSource {
	return {
		current: () => token,
		refresh: async () => false,
	};
}

/**
Makes the source of a token that may be replaced while the program runs.

`read` gives the text that holds the token now, or why it cannot be read. It must not reject. `place` names the source in problems: without
its path, which would take the room in which the header says what is wrong with it.
*/
export function refreshableToken(token: Secret, read: () => Promise<Parsed<string>>, place = ''): TokenSource {
	let current = token;
	let problem: string | undefined;
	return {
		current: () => current,
		async refresh() {
			const text = await read();
			const parsed = text.kind === 'value' ? parseToken(text.value) : text;
			problem = parsed.kind === 'problem' ? `${place}: ${parsed.problem}` : undefined;
			if (parsed.kind === 'problem' || isSameSecret(parsed.value, current)) {
				return false;
			}

			current = parsed.value;
			return true;
		},
		problem: () => problem,
	};
}

/**
Makes the source of a token that is not there yet. Nothing is sent for it. `problem` says why there is none; `read`, where there is anything
to read, is asked again as after a refusal.
*/
export function missingToken(problem: string, read?: () => Promise<Parsed<string>>, place = ''): TokenSource {
	const nothing = new Secret('');
	let found: TokenSource | undefined;
	let why = problem;
	return {
		current: () => found?.current() ?? nothing,
		isMissing: () => found === undefined,
		async refresh() {
			if (found !== undefined) {
				return found.refresh();
			}

			const text = await read?.();
			const parsed = text?.kind === 'value' ? parseToken(text.value) : text;
			if (read === undefined || parsed?.kind !== 'value') {
				why = parsed?.kind === 'problem' ? `${place}: ${parsed.problem}` : why;
				return false;
			}

			found = refreshableToken(parsed.value, read, place);
			return true;
		},
		problem: () => found === undefined ? why : found.problem?.(),
	};
}
