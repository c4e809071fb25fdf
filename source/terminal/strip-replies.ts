/** Complete control strings: OSC, which BEL may end as well as ST, and DCS, APC, PM and SOS (ECMA-48, section 5.6). */
// eslint-disable-next-line no-control-regex, regexp/no-control-character -- The expression is there to find control characters.
const controlStrings = /\u{1B}(?:\][^\u{7}\u{1B}]*(?:\u{7}|\u{1B}\\)|[PX^_][^\u{1B}]*\u{1B}\\)/gv;

/**
Removes from a piece of input the control strings in which a terminal replies to a query, such as for its background colour.
This program sends no queries, but an earlier program may have ended before its reply came, and Ink would read the reply as keys.
A string without an end in the same piece is left, since its beginning may be `Alt` and a key.
*/
export function stripReplies(input: string): string {
	return input.includes('\u{1B}') ? input.replaceAll(controlStrings, '') : input;
}
