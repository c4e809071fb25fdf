import type {Range} from './ranges.js';

/** In UTF-16 code units. A name is looked for so far before its separator. */
const longestName = 64;

/** Blanks that may stand between a name, its separator and its value. */
const mostBlanks = 8;

const plainNameCharacters: ReadonlySet<string> = new Set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$%.[]_-');
const nameCharacter = /[\p{Letter}\p{Mark}\p{Number}]/v;
const quotes: ReadonlySet<string> = new Set(['"', '\'', '`']);
const lineBreaks: ReadonlySet<string> = new Set(['\n', '\r']);

/** The value of such a header goes on to the end of its line: `Authorization: Basic …`, `Cookie: a=b; c=d`. */
const headerName = /authorization|cookie/iv;
const scheme = /^(?:basic|bearer|digest|token|negotiate|apikey|aws4-hmac-sha256)$/iv;

/** Ends a value without quotes after `=`, and after `:`, where a value may hold more. */
const endsAfterEquals = /[\s"#\u{26}';<>`]/v;
const endsAfterColon = /[\s"\u{26}'<>`]/v;

/** What closes around a value, or follows it in a list. */
const closings: ReadonlySet<string> = new Set([',', ';', '.', ')', ']', '}']);

/** The name before the separator at an index, without its quotes; empty where there is none. */
export function nameBefore(text: string, at: number): string {
	let to = skipBlanks(text, at, -1);
	to -= quotes.has(text.charAt(to - 1)) ? 1 : 0;
	let from = to;
	while (from > 0 && to - from < longestName && isPartOfName(text.charAt(from - 1))) {
		from -= 1;
	}

	return text.slice(from, to);
}

function isPartOfName(character: string): boolean {
	return plainNameCharacters.has(character) || (character > '\u{7F}' && nameCharacter.test(character));
}

/** The value after the separator at an index: a text in quotes, an object or a list, or all up to what ends it. */
export function valueAfter(text: string, at: number, name: string): Range {
	const isHeader = text.charAt(at) === ':' && headerName.test(name);
	const next = text.charAt(at + 1) === '>' || text.charAt(at + 1) === '=' ? at + 2 : at + 1;
	const from = skipBlanks(text, next, 1);
	const first = text.charAt(from);
	if (quotes.has(first)) {
		return {from: from + 1, to: endOfQuoted(text, from + 1, first)};
	}

	if (first === '{' || first === '[') {
		return {from, to: endOfTree(text, from)};
	}

	if (isHeader) {
		return {from, to: endOfLine(text, from)};
	}

	const ending = text.charAt(at) === '=' ? endsAfterEquals : endsAfterColon;
	const to = endOfWord(text, from, ending);
	const isScheme = to - from < longestName && scheme.test(text.slice(from, to));
	return {from, to: isScheme ? endOfWord(text, skipBlanks(text, to, 1), ending) : to};
}

function skipBlanks(text: string, from: number, step: 1 | -1): number {
	let index = from;
	for (let blanks = 0; blanks < mostBlanks; blanks++) {
		const character = text.charAt(step === 1 ? index : index - 1);
		if (character !== ' ' && character !== '\t') {
			break;
		}

		index += step;
	}

	return index;
}

function endOfQuoted(text: string, from: number, quote: string): number {
	for (let index = from; index < text.length; index++) {
		const character = text.charAt(index);
		if (character === '\\') {
			index += 1;
		} else if (character === quote) {
			return index;
		}
	}

	return text.length;
}

/** The end of an object or a list of JSON, or the end of the text where it is not closed. */
function endOfTree(text: string, from: number): number {
	let depth = 0;
	for (let index = from; index < text.length; index++) {
		const character = text.charAt(index);
		switch (character) {
			case '"': {
				index = endOfQuoted(text, index + 1, '"');

				break;
			}

			case '{':
			case '[': {
				depth += 1;

				break;
			}

			case '}':
			case ']': {
				depth -= 1;
				if (depth === 0) {
					return index + 1;
				}

				break;
			}
		// No default
		}
	}

	return text.length;
}

function endOfLine(text: string, from: number): number {
	let to = from;
	while (to < text.length && !lineBreaks.has(text.charAt(to)) && !quotes.has(text.charAt(to))) {
		to += 1;
	}

	return to;
}

function endOfWord(text: string, from: number, ending: RegExp): number {
	let to = from;
	while (to < text.length && !ending.test(text.charAt(to))) {
		to += 1;
	}

	if (ending === endsAfterEquals) {
		return to;
	}

	while (to > from && closings.has(text.charAt(to - 1))) {
		to -= 1;
	}

	return to;
}
