/** Text that stands for a secret wherever it is printed. Its length is fixed, so that it does not tell the length of the secret. */
export const mask = '••••••••';

let read: (secret: Secret) => string;

/**
A text that must not be seen unless a person asks for it: a token, a password, a key. Its string, JSON and inspected forms
are the mask; only `reveal` reads it. It does not survive a structured clone.
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

/** Returns the secret's text. Every call needs a review: the text may go to the network, or to the screen when a person asked for it. */
export function reveal(secret: Secret): string {
	return read(secret);
}

/** Whether two secrets hold the same text, such as the token in an answer and the token in use. */
export function isSameSecret(one: Secret, other: Secret): boolean {
	return read(one) === read(other);
}

/** Least length of a text that is masked: a shorter one would be found inside ordinary words. */
const shortestSecret = 4;

/** Masks every occurrence of the given secrets in a text, such as a server's message that echoes the token it refused. */
export function maskSecrets(text: string, secrets: readonly Secret[]): string {
	let masked = text;
	for (const secret of secrets) {
		const found = reveal(secret);
		masked = found.length >= shortestSecret ? masked.split(found).join(mask) : masked;
	}

	return masked;
}
