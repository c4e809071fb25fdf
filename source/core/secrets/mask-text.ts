import {findBearers, canHoldBearers} from './find-bearers.js';
import {findCredentials, canHoldCredentials} from './find-credentials.js';
import {findMarked, canHoldMarked} from './find-marked.js';
import {findPairs, canHoldPairs} from './find-pairs.js';
import {findPaths, canHoldPaths} from './find-paths.js';
import type {KnownTokens} from './known-tokens.js';
import type {Place} from './place.js';
import {maskRanges, type Range} from './ranges.js';
import {
	hasEscapes,
	joinLines,
	viewsOf,
	type View,
} from './views.js';

/** A masked text is masked again until nothing changes, but not more often than this. No text is known that needs more than three. */
const mostPasses = 5;

/**
Masks in a text, with its escapes undone as often as they are found: passwords in addresses, the values of fields that are named like
secrets, the secret parts of paths, what follows `Bearer`, and the known tokens. What is not secret stays readable.

Where a text may be a secret or not, the place decides. In a field that is an address all is masked that may be a credential
(`user:pw@squid`). After a word that means nothing but a secret (password, senha, token, pin, otp, código) the value is masked, whatever
it is, but what is said of secrets (`token: expired`). Elsewhere the words that people write stay readable: `Pass: 01`,
`Bearer Transportes`, `12:30@loja`, `Contato:maria@loja.com`; and in a name that people give, so do words and short numbers after a
colon (`token: fila`).

It takes time that grows with the length of the text alone, and masking what is masked changes nothing.
*/
export function maskPlainText(text: string, tokens?: KnownTokens, place?: Place): string {
	let masked = text;
	// A mask in the place of a secret can make a pair of what was none before.
	for (let pass = 0; pass < mostPasses; pass++) {
		const before = masked;
		masked = maskOnce(before, tokens, place);
		if (masked === before) {
			break;
		}
	}

	return masked;
}

function maskOnce(text: string, tokens: KnownTokens | undefined, place: Place | undefined): string {
	if (isHarmless(text)) {
		return tokens === undefined ? text : maskTokens(text, tokens);
	}

	const found: Range[] = [];
	for (const view of viewsOf(text)) {
		addRanges(found, findCredentials(view.text, place), view);
		addRanges(found, findPairs(view.text, place), view);
		addRanges(found, findPaths(view.text), view);
		addRanges(found, findMarked(view.text), view);
		addRanges(found, findBearers(view.text), view);
		if (tokens !== undefined) {
			for (const whole of withJoinedLines(view)) {
				addRanges(found, tokens.find(whole.text), whole);
			}
		}
	}

	return found.length === 0 ? text : maskRanges(text, found);
}

/**
What a text with an escape, a password before a host, a pair, a scheme such as `Bearer`, a JSON Web Token, a tag, an option,
or JSON has. Names, words, UUIDs, and addresses without fields have none of it.

It is the last look that nearly all texts of an answer get. An expression is read natively from the first text on, which a loop over the
characters is not; and one with regard to case is compiled soonest.
*/
const telling = /[\p{Control}%=\[\\\{\u{A0}\u{AD}\u{B2}-\u{B9}\u{100}-\u{10FFFF}]|:(?!\/\/)|\/\/[^\/@]*@|&#|[CRcr] |eyJ|<\/|--[A-Za-z]/v;

/** What a path with a secret has. */
const tellingPath = /\/[\w\-]*(?:webhooks|services|workflows|triggers|[Tt]ok|TOK|[Ss]ec|SEC|[Pp]as|PAS|[Pp]wd|psk|[Ss]enh|segr|[Kk]ey|KEY|[Aa]ut|AUT|[Cc]red|jwt|[Ss]ig|otp|chave)/v;

/** What no single word, number or UUID has: a look at one class of characters is short. A JSON Web Token has a `J`. */
const notWord = /[^\-.0-9A-IK-Z_a-z]/v;

/** Whether nothing but a known token, as it is, can be secret in a text, by its characters alone. */
export function isPlain(text: string): boolean {
	return !notWord.test(text) || !(telling.test(text) || (text.includes('/') && tellingPath.test(text)));
}

/** Whether nothing but a known token, as it is, can be secret in a text, by a quick look of each kind of secret. */
function isHarmless(text: string): boolean {
	return isPlain(text) || !(
		hasEscapes(text)
		|| canHoldCredentials(text)
		|| canHoldPairs(text)
		|| canHoldPaths(text)
		|| canHoldMarked(text)
		|| canHoldBearers(text)
	);
}

/** Masks the known tokens in a text, as they are or encoded. */
export function maskTokens(text: string, tokens: KnownTokens): string {
	const found = text.length < tokens.shortest() ? noRanges : tokens.find(text);
	return found.length === 0 ? text : maskRanges(text, found);
}

/** Whether a text holds one of the tokens, however it is escaped. No spelling of a token is shorter than the token. */
export function hasToken(text: string, tokens: KnownTokens): boolean {
	return text.length >= tokens.shortest()
		&& viewsOf(text).some(view => withJoinedLines(view).some(whole => tokens.find(whole.text).length > 0));
}

function withJoinedLines(view: View): readonly View[] {
	const joined = joinLines(view);
	return joined === undefined ? [view] : [view, joined];
}

const noRanges: readonly Range[] = [];

function addRanges(found: Range[], ranges: readonly Range[], {origins}: View): void {
	for (const {from, to} of ranges) {
		found.push(origins === undefined ? {from, to} : {from: origins[from] ?? from, to: origins[to] ?? to});
	}
}
