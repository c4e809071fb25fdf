/** A word as bash and zsh read it back. */
export function quoteShell(word: string): string {
	return /^[\w+,\-.\/:]+$/v.test(word) ? word : `'${word.replaceAll('\'', String.raw`'\''`)}'`;
}

/** The same for fish, where a backslash means something between quotes. */
export function quoteFish(word: string): string {
	return /^[\w+,\-.\/:]+$/v.test(word) ? word : `'${word.replaceAll('\\', String.raw`\\`).replaceAll('\'', String.raw`\'`)}'`;
}
