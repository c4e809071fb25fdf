import {parse, TomlError} from 'smol-toml';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import type {Table} from './layer.js';

/** Messages of the parser, and the problem to show for each. The parser's own messages end with lines of the file, which may be secret. */
const reasons: ReadonlyArray<readonly [theirs: RegExp, ours: string]> = [
	[/unfinished string/v, 'A text begins there and does not end. It needs a quote at both ends.'],
	[/unfinished array/v, 'A list begins there and does not end.'],
	[/escape/v, 'There is a \\ that TOML does not know. Texts between \'…\' keep theirs.'],
	[/invalid value|invalid date|numeric|leading zero|underscore/v, 'There is no value that TOML knows. A text, such as "5s", stands in quotes.'],
	[/redefine/v, 'It is there already, further up.'],
	[/incomplete key-value|end of key|empty bare key|in key$/v, 'A line is a name, = and a value.'],
	[/followed by an end-of-line/v, 'Only one setting stands on a line.'],
];

/** Parses a TOML document. A problem begins with the line, and has no text of the file. */
export function parseToml(bytes: Uint8Array): Parsed<Table> {
	let text: string;
	try {
		text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		return refuse(`line ${findUnreadable(bytes)}: It is no UTF-8 text.`);
	}

	try {
		return accept(parse(text));
	} catch (error) {
		if (!(error instanceof TomlError)) {
			return refuse('line 1: It is no TOML.');
		}

		const {line, column, message} = error;
		const [first = ''] = message.split('\n', 1);
		const [, reason = 'It is no TOML there.'] = reasons.find(([theirs]) => theirs.test(first)) ?? [];
		return refuse(`line ${line}, column ${column}: ${reason}`);
	}
}

/** The number of the first line that is no UTF-8. No character of several bytes has one that ends a line. */
function findUnreadable(bytes: Uint8Array): number {
	const decoder = new TextDecoder('utf-8', {fatal: true});
	let line = 1;
	for (let start = 0; start <= bytes.length; line++) {
		const found = bytes.indexOf(0x0A, start);
		const end = found === -1 ? bytes.length : found;
		try {
			decoder.decode(bytes.subarray(start, end));
		} catch {
			break;
		}

		start = end + 1;
	}

	return line;
}
