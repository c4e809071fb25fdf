import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseToml} from '../../../../source/config/file/parse-toml.js';

const parse = (text: string) => parseToml(new TextEncoder().encode(text));

test('a document is read, with a byte order mark and with the line ends of any system', () => {
	for (const [text, table] of [['\u{FEFF}a = 1\r\nb = "x"\r\n', {a: 1, b: 'x'}], ['', {}]] as const) {
		const parsed = parse(text);
		assert.deepEqual(parsed.kind === 'value' && {...parsed.value}, table);
	}
});

test('what is wrong has its line and column, and shows nothing of the file', () => {
	for (const [text, problem] of [
		['a = 1\ninterval = 5s', 'line 2, column 13: There is no value that TOML knows. A text, such as "5s", stands in quotes.'],
		['a =', 'line 1, column 4: There is no value that TOML knows. A text, such as "5s", stands in quotes.'],
		['a = "s3cret', 'line 1, column 5: A text begins there and does not end. It needs a quote at both ends.'],
		['a = [1,', 'line 1, column 5: A list begins there and does not end.'],
		['a = 1\na = 2', 'line 2, column 1: It is there already, further up.'],
		['s3cret', 'line 1, column 1: A line is a name, = and a value.'],
		['a = 1 b = 2', 'line 1, column 7: Only one setting stands on a line.'],
		[String.raw`a = "\q"`, String.raw`line 1, column 7: There is a \ that TOML does not know. Texts between '…' keep theirs.`],
		['\u{1B}]0;s3cret\u{7} = 1', 'line 1, column 1: A line is a name, = and a value.'],
		['a = "\u{1}"', 'line 1, column 6: It is no TOML there.'],
	] as const) {
		const parsed = parse(text);
		assert.equal(parsed.kind === 'problem' && parsed.problem, problem, text);
	}
});

test('bytes that are no text are refused, with their line', () => {
	assert.deepEqual(parseToml(new Uint8Array([0xC3, 0xA9, 0x0A, 0x0A, 0x61, 0xFF])), {kind: 'problem', problem: 'line 3: It is no UTF-8 text.'});
	assert.deepEqual(parseToml(new Uint8Array([0xFF, 0x0A])), {kind: 'problem', problem: 'line 1: It is no UTF-8 text.'});
});

test('names that mean something to JavaScript are names like others', () => {
	const parsed = parse('__proto__ = 1\n[constructor]\n');
	assert.strictEqual(parsed.kind, 'value');
	assert.deepEqual(Object.keys(parsed.value), ['__proto__', 'constructor']);
});
