import assert from 'node:assert/strict';
import test from 'node:test';
import {stripReplies} from '../../../source/terminal/strip-replies.js';

test('an answer to somebody else\'s question is taken out, the keys around it stay', () => {
	const cases: ReadonlyArray<readonly [string, string]> = [
		['j\u{1B}]11;rgb:0000/0000/0000\u{1B}\\k', 'jk'],
		['j\u{1B}]11;rgb:0000/0000/0000\u{7}k', 'jk'],
		['\u{1B}P>|xterm(380)\u{1B}\\\u{1B}_Gi=1;OK\u{1B}\\q', 'q'],
		['\u{1B}[A\u{1B}]10;x\u{7}\u{1B}[B', '\u{1B}[A\u{1B}[B'],
		// No answer: `Alt` and a key, and what was typed after it.
		['\u{1B}]abc', '\u{1B}]abc'],
		['\u{1B}Pabc\u{1B}[A', '\u{1B}Pabc\u{1B}[A'],
		['plain', 'plain'],
	];
	for (const [input, kept] of cases) {
		assert.equal(stripReplies(input), kept);
	}
});
