import type {Place} from './place.js';
import type {Range} from './ranges.js';

/** What stands before the colon of an address that has no password: `mailto:a@b.c`. */
const withoutPassword = /^(?:mailto|sips?|xmpp|acct|e-?mail|mail|from|to|cc)$/iv;

/** What people write before an e-mail address: `Contato:maria@loja.com`. */
const contact = /^(?:conta(?:ct|t)o?s?|suporte|support|soporte|vendas|ventas|sales|sac|atendimento|comercial|financeiro|ajuda|help|info|para|de)$/iv;
const mailbox = /^\p{Letter}[\p{Letter}\-._]*$/v;

/** Address on WhatsApp with its device: `5511999999999:12@s.whatsapp.net`. */
const device = /^[\d._]+:\d{1,4}@(?:s\.whatsapp\.net|c\.us|g\.us|lid|hosted|hosted\.lid)(?!\.?[\w\-])/v;

/** In UTF-16 code units; longer than any address on WhatsApp. */
export const longestJid = 64;

/** Times of the day: `12:30`, `10:00-18:00`. */
const times = /^\d{1,2}:\d{2}(?::\d{2})?(?:[\-–]\d{1,2}:\d{2}(?::\d{2})?)?$/v;
const longestTimes = 20;

/** In UTF-16 code units; no name of a host is longer. */
export const longestHost = 260;

const hostAndPort = /^(?:\[[\d.:a-f]{2,45}\]|(?<host>[\p{Letter}\p{Number}\-_]+(?:\.[\p{Letter}\p{Number}\-_]+)*))(?<port>:\d{1,5}(?!\p{Letter}))?/iv;
const domain = /\.\p{Letter}/v;
const digits = /^[\d.]+$/v;
const ipAddress = /^(?:\d{1,3}\.){3}\d{1,3}$/v;

/** Whether what stands before a port or a path is a host and not the name of a user. */
export function isLikeHost(text: string): boolean {
	return text === 'localhost' || text.startsWith('[') || text.includes('.');
}

/** Whether a host follows an `@`: one with a port, an IP address, or, unless a port is asked for, a name with a dot. */
export function isHost(text: string, at: number, isDomainEnough: boolean): boolean {
	const match = hostAndPort.exec(text.slice(at + 1, at + 1 + longestHost));
	if (match === null) {
		return false;
	}

	const host = match.groups?.host;
	if (host === undefined || digits.test(host)) {
		return host === undefined || ipAddress.test(host);
	}

	return match.groups?.port !== undefined || (isDomainEnough && domain.test(host));
}

/** What stands before an `@`, and the first colon in it, which is -1 where there is none. */
export type Candidate = {readonly start: number; readonly colon: number; readonly at: number};
/** Where it stands: after `//`, or in the path of an address that has a host. */
export type Context = {readonly isAfterSlashes: boolean; readonly isInPath: boolean; readonly place: Place | undefined};

/** Whether what stands around an `@` without `//` before it is a credential and a host, and not words or times: `vendas:sp@matriz`. */
function isCredentialAlone(text: string, {start, colon, at}: Candidate, {isInPath, place}: Context): boolean {
	if (place === 'address' && !isInPath) {
		return true;
	}

	if (at - start <= longestTimes && times.test(text.slice(start, at))) {
		return false;
	}

	return isHost(text, at, !isInPath) && (isHost(text, at, false) || !isContact(text, {start, colon, at}, place));
}

/** Whether a label and an e-mail address stand around an `@`. In a name that people give, any word may be the label. */
function isContact(text: string, {start, colon, at}: Candidate, place: Place | undefined): boolean {
	if (at - start > longestJid) {
		return false;
	}

	const label = text.slice(start, colon);
	return contact.test(label) || (place === 'name' && mailbox.test(label) && mailbox.test(text.slice(colon + 1, at)));
}

function isCredential(text: string, candidate: Candidate, context: Context): boolean {
	const {colon, at} = candidate;
	return context.isAfterSlashes || (colon !== -1 && (text.slice(colon, at).includes('//') || isCredentialAlone(text, candidate, context)));
}

/** The part of a candidate that is secret; `undefined` where it is no credential. */
export function credentialIn(text: string, candidate: Candidate, context: Context): Range | undefined {
	const {start, colon, at} = candidate;
	if (at === start || at === text.length - 1 || !isCredential(text, candidate, context)) {
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
