import {findBearers, canHoldBearers} from './find-bearers.js';
import {findCredentials, canHoldCredentials} from './find-credentials.js';
import {findMarked, canHoldMarked} from './find-marked.js';
import {findPairs, canHoldPairs} from './find-pairs.js';
import {findPaths, canHoldPaths} from './find-paths.js';
import type {KnownTokens} from './known-tokens.js';
import {maskRanges, type Range} from './ranges.js';
import {hasEscapes, viewsOf, type View} from './views.js';

/**
What a text with an escape, a password before a host, a pair, a scheme such as `Bearer`, a JSON Web Token, a tag, an option,
or a path with a secret has.
JSON begins with a bracket. Names, words, and addresses without fields have none of it: this is the one look that nearly all texts
of an answer get, so that it is one expression, and the first answer of a process is read without the rest being compiled.
*/

export const telling = /[\p{Control}%=\[\\\{\u{A0}\u{AD}\u{100}-\u{10FFFF}]|:(?!\/\/)|\/\/[^\/@]*@|&#|[CRcr] |eyJ|<\/|--[A-Za-z]|\/[\w\-]*(?:webhooks|services|workflows|triggers|[Tt]ok|TOK|[Ss]ec|SEC|[Pp]as|PAS|[Pp]wd|psk|[Ss]enh|segr|[Kk]ey|KEY|[Aa]ut|AUT|[Cc]red|jwt|[Ss]ig|otp|chave)/v;

/** A masked text is masked again until nothing changes, but not more often than this. No text is known that needs more than three. */
const mostPasses = 5;

/**
Masks in a text, with its escapes undone as often as they are found: passwords in addresses, the values of fields that are named like
secrets, the secret parts of paths, what follows `Bearer`, and the known tokens. What is not secret stays readable.
Masking too much is better than too little.

It takes time that grows with the length of the text alone, and masking what is masked changes nothing.
*/
export function maskPlainText(text: string, tokens: KnownTokens | undefined, passes = mostPasses): string {
	if (isHarmless(text)) {
		const found = tokens === undefined || text.length < tokens.shortest() ? noRanges : tokens.find(text);
		return found.length === 0 ? text : maskRanges(text, found);
	}

	const found: Range[] = [];
	for (const view of viewsOf(text)) {
		addRanges(found, findCredentials(view.text), view);
		addRanges(found, findPairs(view.text), view);
		addRanges(found, findPaths(view.text), view);
		addRanges(found, findMarked(view.text), view);
		addRanges(found, findBearers(view.text), view);
		addRanges(found, tokens?.find(view.text) ?? noRanges, view);
	}

	if (found.length === 0) {
		return text;
	}

	// A mask in the place of a secret can make a pair of what was none before.
	const masked = maskRanges(text, found);
	return masked === text || passes === 1 ? masked : maskPlainText(masked, tokens, passes - 1);
}

/** Whether nothing but a known token, as it is, can be secret in a text. Nearly all texts of an answer are harmless. */
function isHarmless(text: string): boolean {
	return !telling.test(text) || !(
		hasEscapes(text)
		|| canHoldCredentials(text)
		|| canHoldPairs(text)
		|| canHoldPaths(text)
		|| canHoldMarked(text)
		|| canHoldBearers(text)
	);
}

/** Whether a text holds one of the tokens, however it is escaped. No spelling of a token is shorter than the token. */
export function hasToken(text: string, tokens: KnownTokens): boolean {
	return text.length >= tokens.shortest() && viewsOf(text).some(view => tokens.find(view.text).length > 0);
}

const noRanges: readonly Range[] = [];

function addRanges(found: Range[], ranges: readonly Range[], {origins}: View): void {
	for (const {from, to} of ranges) {
		found.push(origins === undefined ? {from, to} : {from: origins[from] ?? from, to: origins[to] ?? to});
	}
}
