/** What stands for a secret wherever it is printed; one length, so that it tells nothing of the secret's own. */
export const mask = '••••••••';

let read: (secret: Secret) => string;

/**
A text that must not be seen unless a person asks for it: tokens, passwords, keys. Its string, JSON and inspected forms are the mask; only `reveal` reads it. It does not survive a structured clone.
*/
export class Secret {
	static {
		read = secret => secret.#text;
	}

	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
	}

	toString(): string {
		return mask;
	}

	toJSON(): string {
		return mask;
	}

	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return mask;
	}
}

/** The secret's text. Every call is a place to look at: it may go to the network, or to the screen when a person asked. */
export function reveal(secret: Secret): string {
	return read(secret);
}

/** Whether two secrets hold the same text, for telling whose token came back. */
export function isSameSecret(one: Secret, other: Secret): boolean {
	return read(one) === read(other);
}

const secretName = /token|secret|password|key/iv;

/** Whether a field of this name holds a secret, as the API's known ones do (`token`, `apiToken`, `password`, `accessKey`, `secretKey`) and any unknown one may. */
export function isSecretName(name: string): boolean {
	return secretName.test(name);
}

/** Below this length a text is too common to be told apart from words. */
const shortestSecret = 4;

/** Masks every occurrence of the given secrets in a text, such as a server's message that echoes the token it refused. */
export function maskKnown(text: string, secrets: readonly Secret[]): string {
	let masked = text;
	for (const secret of secrets) {
		const found = reveal(secret);
		masked = found.length >= shortestSecret ? masked.split(found).join(mask) : masked;
	}

	return masked;
}

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
