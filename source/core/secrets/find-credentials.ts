import type {Range} from './ranges.js';

/** Ends an address inside a text. */
const ends: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r', '\v', '\f', '"', '\'', '`', '<', '>']);

/** Stands before an address that begins within a longer text. In a password it ends nothing. */
const beginnings: ReadonlySet<string> = new Set(['=', '&', ';', ',', '(', '|', '{', '[']);

const afterHost: ReadonlySet<string> = new Set(['/', '?', '#']);

/** What stands before the colon of an address that has no password: `mailto:a@b.c`. */
const withoutPassword = /^(?:mailto|sips?|xmpp|acct|e-?mail|mail|from|to|cc)$/iv;

/** Address on WhatsApp with its device: `5511999999999:12@s.whatsapp.net`. */
const device = /^[\d._]+:\d{1,4}@(?:s\.whatsapp\.net|c\.us|g\.us|lid|hosted|hosted\.lid)(?!\.?[\w\-])/v;

/** In UTF-16 code units; longer than any address on WhatsApp. */
const longestJid = 64;

const port = /^\d{0,5}$/v;

/** Whether `findCredentials` may find anything: a quick look, which nearly all texts do not pass. */
export function canHoldCredentials(text: string): boolean {
	return text.includes('@') && (text.includes(':') || text.includes('//'));
}

/**
Finds the passwords before the host of an address, with or without `//` before it: `https://user:password@host`, `user:password@host:3128`.
The user is not secret, unless it stands alone or looks like a token. A password may hold any character but a blank or a quote.
*/
export function findCredentials(text: string): readonly Range[] {
	if (!canHoldCredentials(text)) {
		return [];
	}

	const found: Range[] = [];
	let start = 0;
	let colon = -1;
	let isAfterSlashes = false;
	const begin = (index: number, isAuthority = false) => {
		start = index;
		colon = -1;
		isAfterSlashes = isAuthority;
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
			const range = credentialIn(text, {start, colon, at}, isAfterSlashes);
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
				begin(index + 1);
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

/** Times of the day: `12:30`, `10:00-18:00`. */
const times = /^\d{1,2}:\d{2}(?::\d{2})?(?:[\-–]\d{1,2}:\d{2}(?::\d{2})?)?$/v;
const longestTimes = 20;

/** In UTF-16 code units; no name of a host is longer. */
const longestHost = 260;

const hostAndPort = /^(?:\[[\d.:a-f]{2,45}\]|(?<host>[\p{Letter}\p{Number}\-_]+(?:\.[\p{Letter}\p{Number}\-_]+)*))(?<port>:\d{1,5}(?!\p{Letter}))?/iv;
const domain = /\.\p{Letter}/v;
const digits = /^[\d.]+$/v;
const ipAddress = /^(?:\d{1,3}\.){3}\d{1,3}$/v;

/** Whether what stands around an `@` without `//` before it is a credential and a host, and not words or times: `vendas:sp@matriz`. */
function isCredentialAlone(text: string, start: number, at: number): boolean {
	if (at - start <= longestTimes && times.test(text.slice(start, at))) {
		return false;
	}

	const match = hostAndPort.exec(text.slice(at + 1, at + 1 + longestHost));
	if (match === null) {
		return false;
	}

	const host = match.groups?.host;
	if (host === undefined || digits.test(host)) {
		return host === undefined || ipAddress.test(host);
	}

	return match.groups?.port !== undefined || domain.test(host);
}

type Place = {readonly start: number; readonly colon: number; readonly at: number};

function isCredential(text: string, {start, colon, at}: Place, isAfterSlashes: boolean): boolean {
	return isAfterSlashes || (colon !== -1 && (text.slice(colon, at).includes('//') || isCredentialAlone(text, start, at)));
}

function credentialIn(text: string, {start, colon, at}: Place, isAfterSlashes: boolean): Range | undefined {
	if (at === start || at === text.length - 1 || !isCredential(text, {start, colon, at}, isAfterSlashes)) {
		return undefined;
	}

	if (colon === -1) {
		return {from: start, to: at};
	}

	const user = text.slice(start, colon);
	if (withoutPassword.test(user) || (colon - start < longestJid && device.test(text.slice(start, start + longestJid)))) {
		return undefined;
	}

	return colon === at - 1 || isLikeToken(user) ? {from: start, to: at} : {from: colon + 1, to: at};
}

/** In UTF-16 code units: longer than the names of users, shorter than tokens. */
const longestUser = 20;

function isLikeToken(user: string): boolean {
	return user.length > longestUser && /\d/v.test(user) && /[a-z]/iv.test(user);
}
