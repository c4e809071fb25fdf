const other = /[^\u{20}-\u{7E}]/v;

/**
Whether a text has printable ASCII characters alone. It looks for another one: a pattern for the whole text, `^[…]*$`, takes stack for
each character, and throws for a text of five megabytes.
*/
export function isPrintableAscii(text: string): boolean {
	return !other.test(text);
}
