import {
	credentialIn,
	isHost,
	isLikeHost,
	longestHost,
	longestJid,
} from './judge-credential.js';
import type {Place} from './place.js';
import type {Range} from './ranges.js';

/** Ends an address inside a text. */
const ends: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r', '\v', '\f', '"', '\'', '`', '<', '>']);

/** Stands before an address that begins within a longer text. In a password it ends nothing. */
const beginnings: ReadonlySet<string> = new Set(['=', '&', ';', ',', '(', '|', '{', '[']);

const afterHost: ReadonlySet<string> = new Set(['/', '?', '#']);

const port = /^\d{0,5}$/v;

/** Whether `findCredentials` may find anything: a quick look, which nearly all texts do not pass. */
export function canHoldCredentials(text: string): boolean {
	return text.includes('@') && (text.includes(':') || text.includes('//'));
}

/**
Finds the passwords before the host of an address, with or without `//` before it: `https://user:password@host`, `user:password@host:3128`.
The user is not secret, unless it stands alone or looks like a token. A password may hold any character but a blank or a quote.

What may be a credential or words, such as `user:pw@squid`, is a credential in a field that is an address, and words elsewhere.
*/
export function findCredentials(text: string, place?: Place): readonly Range[] {
	if (!canHoldCredentials(text)) {
		return [];
	}

	const found: Range[] = [];
	let start = 0;
	let colon = -1;
	let isAfterSlashes = false;
	/** Whether the address has a host already, so that what follows is its path. */
	let isInPath = false;
	/** Where a password begins, if what looks like a host and a port is a user and the beginning of a password: `//user:12/34@host`. */
	let portStart = -1;
	const begin = (index: number, isAuthority = false) => {
		start = index;
		colon = -1;
		isAfterSlashes = isAuthority;
		isInPath = false;
		portStart = -1;
	};

	for (let index = 0; index < text.length; index++) {
		const character = text.charAt(index);
		if (ends.has(character)) {
			begin(index + 1);
		} else if (character === '/' && text.charAt(index + 1) === '/' && (colon === -1 || colon === index - 1)) {
			begin(index + 2, true);
			index += 1;
		} else if (character === '@') {
			const at = lastAt(text, index, colon !== -1);
			const range = portStart !== -1 && at > start && (place === 'address' || isHost(text, at, true))
				? {from: portStart, to: at}
				: credentialIn(text, {start, colon, at}, {isAfterSlashes, isInPath, place});
			if (range !== undefined) {
				found.push(range);
			}

			index = at;
			begin(at + 1, isAfterSlashes);
		} else if (character === '[' && isAfterSlashes && index === start) {
			// An address of IPv6 stands where a user would: `http://[::1]:8080`.
			index = Math.max(index, text.slice(index, index + longestJid).indexOf(']') + index);
		} else if (character === ':') {
			colon = colon === -1 ? index : colon;
		} else if (afterHost.has(character)) {
			if (colon === -1 || port.test(text.slice(colon + 1, Math.min(index, colon + 7)))) {
				const host = text.slice(start, Math.min(colon === -1 ? index : colon, start + longestHost));
				const hasHost: boolean = isInPath || (isAfterSlashes && isLikeHost(host));
				const isUser: boolean = colon > start && index > colon + 1 && !hasHost && (isAfterSlashes || place === 'address');
				const nextStart: number = isUser ? colon + 1 : portStart;
				begin(index + 1);
				isInPath = hasHost;
				portStart = nextStart;
			}
		} else if (colon === -1 && beginnings.has(character)) {
			begin(index + 1, false);
		}
	}

	return found;
}

/** The last `@` before the host: a password may hold some, and colons too. */
function lastAt(text: string, first: number, isPassword: boolean): number {
	let at = first;
	for (let index = first + 1; index < text.length; index++) {
		const character = text.charAt(index);
		if (character === '@') {
			at = index;
		} else if ((character === ':' && !isPassword) || character === ',' || character === ';' || ends.has(character) || afterHost.has(character)) {
			break;
		}
	}

	return at;
}
