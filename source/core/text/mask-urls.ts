import {mask} from './secret.js';
import {isSecretName} from './secret-name.js';

/** What stands between a URL's fields, and where a URL ends inside a text. */
const delimiters: ReadonlySet<string> = new Set(['?', '&', ';', '#', ' ', '\t', '\n', '\r']);

/**
Masks what a URL inside a text gives away: the user and password before its host, and the values of query or fragment fields that are named like secrets. A text that only looks like a URL is treated the same, rather too much than too little.
*/
export function maskUrls(text: string): string {
	const anonymous = text.includes('@') ? text.replaceAll(/:\/\/[^\s#\/?]*@/gv, () => `://${mask}@`) : text;
	if (!anonymous.includes('=')) {
		return anonymous;
	}

	let masked = '';
	let piece = '';
	for (const character of anonymous) {
		if (delimiters.has(character)) {
			masked += maskPair(piece) + character;
			piece = '';
		} else {
			piece += character;
		}
	}

	return masked + maskPair(piece);
}

function maskPair(pair: string): string {
	const equals = pair.indexOf('=');
	const name = pair.slice(0, Math.max(0, equals));
	return isSecretName(decodePercents(name)) && equals < pair.length - 1 ? `${name}=${mask}` : pair;
}

function decodePercents(name: string): string {
	return name.replaceAll(/%(?<hex>[\da-f]{2})/giv, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}
