import {findBearers} from './find-bearers.js';
import {findCredentials} from './find-credentials.js';
import {findPairs} from './find-pairs.js';
import type {KnownTokens} from './known-tokens.js';
import {maskRanges, type Range} from './ranges.js';
import {viewsOf, type View} from './views.js';

/** Whether a text has more than the characters of words and host names. Most texts of an answer do not. */
const suspicious = /[^\w\-.]/v;

/** Beginning of a JSON Web Token, which has none of these characters. */
const tokenStart = 'eyJ';

/** In UTF-16 code units; a shorter text is none. */
const shortestJwt = 16;

/**
Masks in a text, with its escapes undone as often as they are found: passwords in addresses, the values of fields that are named like
secrets, what follows `Bearer`, and the known tokens. What is not secret stays readable. Masking too much is better than too little.

It takes time that grows with the length of the text alone, and masking what is masked changes nothing.
*/
export function maskPlainText(text: string, tokens: KnownTokens | undefined): string {
	if (!suspicious.test(text) && (text.length < shortestJwt || !text.includes(tokenStart))) {
		const found = tokens?.find(text) ?? noRanges;
		return found.length === 0 ? text : maskRanges(text, found);
	}

	const found: Range[] = [];
	for (const view of viewsOf(text)) {
		addRanges(found, findCredentials(view.text), view);
		addRanges(found, findPairs(view.text), view);
		addRanges(found, findBearers(view.text), view);
		addRanges(found, tokens?.find(view.text) ?? noRanges, view);
	}

	return found.length === 0 ? text : maskRanges(text, found);
}

/** Whether a text holds one of the tokens, however it is escaped. */
export function hasToken(text: string, tokens: KnownTokens): boolean {
	return viewsOf(text).some(view => tokens.find(view.text).length > 0);
}

const noRanges: readonly Range[] = [];

function addRanges(found: Range[], ranges: readonly Range[], {origins}: View): void {
	for (const {from, to} of ranges) {
		found.push(origins === undefined ? {from, to} : {from: origins[from] ?? from, to: origins[to] ?? to});
	}
}
