/** OSC, which BEL may end as well, and DCS, APC, PM and SOS (ECMA-48, section 5.6). */
const strings = /\u{1B}(?:\][^\u{7}\u{1B}]*(?:\u{7}|\u{1B}\\)|[PX^_][^\u{1B}]*\u{1B}\\)/gv; // eslint-disable-line no-control-regex, regexp/no-control-character

/**
Takes the strings out of a piece of input that terminals answer questions with, such as their background colour. We ask none, but a program before us may have, and left before the answer came; Ink would take its text for typed keys. One that has no end in the same piece is left, since it may be `Alt` and a key.
*/
export function stripReplies(input: string): string {
	return input.includes('\u{1B}') ? input.replaceAll(strings, '') : input;
}
