import {fromBase64} from './encodings.js';
import type {Range} from './ranges.js';

/** What an `Authorization` header says before its secret. Such a text stands in logs and messages without the name of the header. */
const schemes = /\b(?:bearer|basic)[\t ]{1,8}(?<secret>[\w+\-.\/~]{6,}=*)/giv;

/** In UTF-16 code units. Words and names are shorter, or have no digits: `basic information`, `Bearer Transportes`. */
const shortestWithDigits = 12;
const shortestWithout = 16;
const longestWord = 32;
/** Of a user and a password. */
const shortestBase64 = 8;

const digit = /\d/v;
const digitWithin = /[a-z]\d+[a-z]/iv;
const letter = /[a-z]/iv;
/** A name and its number: `Bearer Filial2`. */
const numberedName = /^[A-Z][A-Za-z]+[\-.]?\d{1,2}[\-.]?$/v;
/** Base64 changes between small and capital letters as no name does. */
const mixed = /=$|(?:[a-z][A-Z]+[^A-Z]*){3}/v;
const userAndPassword = /^[\u{20}-\u{39}\u{3B}-\u{7E}]*:[\u{20}-\u{7E}]*$/v;

const token = /[\w\-.]/v;

/** Beginning of every JSON Web Token: `{"` in base64. */
const tokenStart = 'eyJ';
const shortestToken = 16;

const schemeStart = /bearer[\t ]|basic[\t ]/v;

/** Whether `findBearers` may find anything: a quick look, which nearly all texts do not pass. */
export function canHoldBearers(text: string): boolean {
	return (text.length >= shortestToken && text.includes(tokenStart)) || hasScheme(text);
}

function hasScheme(text: string): boolean {
	return (text.includes(' ') || text.includes('\t')) && schemeStart.test(text.toLowerCase());
}

/** Finds the secrets that are known by their form: what follows `Bearer` and `Basic`, and JSON Web Tokens. */
export function findBearers(text: string): readonly Range[] {
	const found: Range[] = [];
	if (hasScheme(text)) {
		for (const {index, 0: whole, groups} of text.matchAll(schemes)) {
			const secret = groups?.secret ?? '';
			if (isCredential(secret)) {
				found.push({from: index + whole.length - secret.length, to: index + whole.length});
			}
		}
	}

	for (let from = text.indexOf(tokenStart); from !== -1;) {
		let to = from;
		let hasDot = false;
		while (to < text.length && token.test(text.charAt(to))) {
			hasDot ||= text.charAt(to) === '.';
			to += 1;
		}

		if (hasDot && to - from >= shortestToken) {
			found.push({from, to});
		}

		from = text.indexOf(tokenStart, to);
	}

	return found;
}

function isCredential(secret: string): boolean {
	return digitWithin.test(secret)
		|| (letter.test(secret) && digit.test(secret) && !numberedName.test(secret))
		|| (secret.length >= shortestWithDigits && digit.test(secret))
		|| (secret.length >= shortestWithout && mixed.test(secret))
		|| secret.length >= longestWord
		|| (secret.length >= shortestBase64 && userAndPassword.test(fromBase64(secret, 0, secret.length)));
}
