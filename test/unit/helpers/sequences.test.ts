import assert from 'node:assert/strict';
import test from 'node:test';
import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';
import {tokenize, type Token} from '../../helpers/sequences.js';

const cases: ReadonlyArray<readonly [written: string, tokens: readonly Token[]]> = [
	['plain \u{1B}[1;31mred', [{kind: 'text', text: 'plain '}, {kind: 'csi', parameters: '1;31', final: 'm'}, {kind: 'text', text: 'red'}]],
	['\u{1B}[?1049h\u{1B}[>4;2m\u{1B}[2 q', [{kind: 'csi', parameters: '?1049', final: 'h'}, {kind: 'csi', parameters: '>4;2', final: 'm'}, {kind: 'csi', parameters: '2', final: ' q'}]],
	['\u{9B}6n', [{kind: 'csi', parameters: '6', final: 'n'}]],
	['\u{1B}]0;title\u{7}\u{1B}]8;;https://x\u{1B}\\', [{kind: 'osc', command: '0', text: 'title'}, {kind: 'osc', command: '8', text: ';https://x'}]],
	['\u{9D}52;c;eA==\u{9C}', [{kind: 'osc', command: '52', text: 'c;eA=='}]],
	['\u{1B}Pq#0\u{1B}\\\u{1B}_G\u{1B}\\\u{90}x\u{9C}', [{kind: 'string', opener: 'P', text: 'q#0'}, {kind: 'string', opener: '_', text: 'G'}, {kind: 'string', opener: 'P', text: 'x'}]],
	['\u{1B}c\u{1B}(0\u{1B}7', [{kind: 'escape', text: 'c'}, {kind: 'escape', text: '(0'}, {kind: 'escape', text: '7'}]],
	['a\r\n\u{7}\u{85}', [{kind: 'text', text: 'a'}, {kind: 'control', text: '\r'}, {kind: 'control', text: '\n'}, {kind: 'control', text: '\u{7}'}, {kind: 'control', text: '\u{85}'}]],
	['\u{1B}]0;without end', [{kind: 'broken', text: '\u{1B}]0;without end'}]],
	['\u{1B}[12\u{1B}[A', [{kind: 'broken', text: '\u{1B}[12'}, {kind: 'csi', parameters: '', final: 'A'}]],
];

for (const [written, tokens] of cases) {
	test(`${JSON.stringify(written)} is taken apart as a terminal does`, () => {
		assert.deepEqual(tokenize(written), tokens);
	});
}

test('every poison that commands a terminal is found out', () => {
	const commanding = hostileTexts.filter(text => /[\u{0}-\u{1F}\u{7F}-\u{9F}]/v.test(text));
	assert.ok(commanding.length > 15);
	assert.deepEqual(commanding.filter(text => tokenize(text).every(({kind}) => kind === 'text')), []);
});
