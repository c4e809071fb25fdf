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
