import {mask} from './secret.js';
import {isSecretName} from './secret-name.js';

/** Characters that separate the fields of a URL, or end a URL inside a text. */
const delimiters: ReadonlySet<string> = new Set(['?', '&', ';', '#', ' ', '\t', '\n', '\r']);

/**
Masks the secrets of URLs inside a text: the user and password before the host, and the values of query or fragment fields
that are named like secrets. A text that only looks like a URL is masked too: masking too much is better than too little.
*/
export function maskUrls(text: string): string {
	const withoutUser = text.includes('@') ? text.split('://').map((part, index) => index === 0 ? part : maskUser(part)).join('://') : text;
	if (!withoutUser.includes('=')) {
		return withoutUser;
	}

	let masked = '';
	let pair = '';
	for (const character of withoutUser) {
		if (delimiters.has(character)) {
			masked += maskPair(pair) + character;
			pair = '';
		} else {
			pair += character;
		}
	}

	return masked + maskPair(pair);
}

/**
Masks the user and password at the beginning of a text that follows `://`. One pattern for them would take stack for each of their characters.
*/
function maskUser(text: string): string {
	const end = text.search(/[\s#\/?]/v);
	const at = (end === -1 ? text : text.slice(0, end)).lastIndexOf('@');
	return at === -1 ? text : mask + text.slice(at);
}

function maskPair(pair: string): string {
	const equals = pair.indexOf('=');
	const name = pair.slice(0, Math.max(0, equals));
	return isSecretName(decodePercents(name)) && equals < pair.length - 1 ? `${name}=${mask}` : pair;
}

function decodePercents(name: string): string {
	return name.replaceAll(/%(?<hex>[\da-f]{2})/giv, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}
