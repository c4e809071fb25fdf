/** Quotes a word for bash, zsh and every other shell of their kind. */
export function quoteShell(word: string): string {
	return /^[\w+,\-.\/:]+$/v.test(word) ? word : `'${word.replaceAll('\'', String.raw`'\''`)}'`;
}

/** Quotes a word for fish, where a backslash between quotes is an escape. */
export function quoteFish(word: string): string {
	return /^[\w+,\-.\/:]+$/v.test(word) ? word : `'${word.replaceAll('\\', String.raw`\\`).replaceAll('\'', String.raw`\'`)}'`;
}
