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
	let part = beginPart(0);
	for (let index = 0; index < text.length; index++) {
		const character = text.charAt(index);
		if (ends.has(character)) {
			part = beginPart(index + 1);
		} else if (character === '/' && text.charAt(index + 1) === '/' && (part.colon === -1 || part.colon === index - 1)) {
			part = beginPart(index + 2, true);
			index += 1;
		} else if (character === '@') {
			const at = lastAt(text, index, part.colon !== -1);
			const range = rangeBefore(text, at, part, place);
			if (range !== undefined) {
				found.push(range);
			}

			index = at;
			part = beginPart(at + 1, part.isAfterSlashes);
		} else if (character === '[' && part.isAfterSlashes && index === part.start) {
			// An address of IPv6 stands where a user would: `http://[::1]:8080`.
			index = Math.max(index, text.slice(index, index + longestJid).indexOf(']') + index);
		} else if (character === ':') {
			part = part.colon === -1 ? {...part, colon: index} : part;
		} else if (afterHost.has(character)) {
			part = isEndOfHost(text, index, part) ? beginPath(text, index, part, place) : part;
		} else if (part.colon === -1 && beginnings.has(character)) {
			part = beginPart(index + 1);
		}
	}

	return found;
}

/** Part of an address that is being read: from its first character on, with its first colon, -1 where there is none. */
type Part = {
	readonly start: number;
	readonly colon: number;
	readonly isAfterSlashes: boolean;
	/** Whether the address has a host already, so that this is in its path. */
	readonly isInPath: boolean;
	/** Where a password begins, if what looked like a host and a port is a user and the beginning of a password: `//user:12/34@host`. */
	readonly passwordStart: number | undefined;
};

function beginPart(start: number, isAfterSlashes = false): Part {
	return {
		start, colon: -1, isAfterSlashes, isInPath: false, passwordStart: undefined,
	};
}

/** Whether a slash ends a host, with or without a port, and is not a part of a password. */
function isEndOfHost(text: string, index: number, {colon}: Part): boolean {
	return colon === -1 || port.test(text.slice(colon + 1, Math.min(index, colon + 7)));
}

function beginPath(text: string, index: number, part: Part, place: Place | undefined): Part {
	const {
		start, colon, isAfterSlashes, isInPath, passwordStart,
	} = part;
	const host = text.slice(start, Math.min(colon === -1 ? index : colon, start + longestHost));
	const hasHost = isInPath || (isAfterSlashes && isLikeHost(host));
	const isUser = colon > start && index > colon + 1 && !hasHost && (isAfterSlashes || place === 'address');
	return {...beginPart(index + 1), isInPath: hasHost, passwordStart: isUser ? colon + 1 : passwordStart};
}

function rangeBefore(text: string, at: number, part: Part, place: Place | undefined): Range | undefined {
	const {start, passwordStart} = part;
	return passwordStart !== undefined && at > start && (place === 'address' || isHost(text, at, true))
		? {from: passwordStart, to: at}
		: credentialIn(text, {...part, at}, {...part, place});
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
