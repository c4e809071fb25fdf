import assert from 'node:assert/strict';
import test from 'node:test';
import type {Chord} from '../../../../source/core/keymap/bindings.js';
import {chordOfCharacter, chordOfSequence, withAlt} from '../../../../source/core/keymap/chord.js';

/** The chord of a sequence without its ESC. */
const chordOf = (sequence: string) => {
	const [introducer, body, final] = [sequence.slice(0, 1), sequence.slice(1, -1), sequence.slice(-1)];
	assert.ok(introducer === '[' || introducer === 'O');
	return chordOfSequence({introducer, body, final});
};

test('a key is known by every sequence that terminals send for it', () => {
	const cases: Readonly<Record<Chord, readonly string[]>> = {
		up: ['[A', 'OA', '[1A', '[1;1A', '[1;2A', '[a', '[57419u'],
		left: ['[D', 'OD', '[d', '[57417u'],
		'ctrl+left': ['[1;5D', 'Od'],
		'alt+left': ['[1;3D', '[1;9D'],
		home: ['[H', 'OH', '[1~', '[7~', '[7$', '[1;1H', '[57423u'],
		end: ['[F', 'OF', '[4~', '[8~', '[8$', '[1;2F', '[57424u'],
		'ctrl+home': ['[1;5H', '[7^', '[7;5~'],
		pageup: ['[5~', '[5$', '[5;2~', '[57421u'],
		pagedown: ['[6~', '[57422u'],
		delete: ['[3~', '[3$', '[57426u'],
		'ctrl+delete': ['[3;5~', '[3^'],
		enter: ['OM', '[13u', '[13;1u', '[57414u', '[27;1;13~', '[109;5u', '[27;5;109~'],
		tab: ['OI', '[9u', '[105;5u'],
		'shift+tab': ['[Z', '[1;2Z', '[9;2u', '[27;2;9~'],
		esc: ['[27u', '[27;1u', '[27;2u', '[91;5u', '[27;5;91~'],
		backspace: ['[127u', '[104;5u'],
		'alt+backspace': ['[127;3u', '[27;3;127~'],
		f1: ['OP', '[P', '[11~', '[[A', '[1;1P'],
		f3: ['OR', '[13~', '[[C'],
		f4: ['OS', '[S', '[14~', '[[D'],
		f6: ['[17~'],
		f10: ['[21~'],
		'shift+f1': ['[1;2P', 'O2P', 'O1;2P', '[11;2~', '[11$'],
		'ctrl+c': ['[99;5u', '[27;5;99~', '[99;69u'],
		'ctrl+q': ['[27;5;113~', '[113;5:1u', '[113;5:2u'],
		'ctrl+shift+c': ['[99;6u'],
		'alt+q': ['[113;3u', '[27;3;113~'],
		q: ['[113u', '[113;1u', '[113;1:1u', '[113;1:2u', '[113;129u', '[27;1;113~'],
		A: ['[65u', '[97;2u', '[97:65;2u', '[97:65:97;2u', '[27;2;65~', '[97;2;65u'],
		'<': ['[44:60;2u'],
		å: ['[0;;229u', '[97;;229u'],
		é: ['[233u'],
		'+': ['Ok', '[57413u'],
		5: ['Ou', '[57404u'],
		'/': ['Oo', '[57410u'],
		' ': ['O ', '[32u'],
		'ctrl+ ': ['[32;5u'],
	};
	for (const [chord, sequences] of Object.entries(cases)) {
		for (const sequence of sequences) {
			assert.equal(chordOf(sequence), chord, sequence);
		}
	}
});

test('a key that is released is no key, whatever it is', () => {
	for (const sequence of ['[113;1:3u', '[99;5:3u', '[27;1:3u', '[1;1:3A', '[3;1:3~', '[21;1:3~', '[57414;1:3u']) {
		assert.equal(chordOf(sequence), undefined, sequence);
	}
});

test('an answer, a report and a key that nobody knows mean nothing', () => {
	for (const sequence of [
		'[?1;2c',
		'[>41;380;0c',
		'[0n',
		'[12;40R',
		'[1;2R',
		'[R',
		'[?12;40R',
		'[?2026;2$y',
		'[4;2$y',
		'[I',
		'[O',
		'[?1u',
		'[?0;256;0S',
		'[8;24;80t',
		'[<0;10;10M',
		'[<0;10;10m',
		'[32;10;10M',
		'[M',
		'[25~',
		'[200~',
		'[201~',
		'[99;99z',
		'[1;2;3;4;5u',
		'[3;1:1:1:1~',
		'[;;;;~',
		'[57358u',
		'[57441;2u',
		'[113;9u',
		'[55296u',
		'[99999999u',
		'[1;5',
		'[ q',
		'[[F',
		'[@',
		'[$',
	]) {
		assert.equal(chordOf(sequence), undefined, sequence);
	}
});

test('control characters have the names of their keys', () => {
	assert.deepEqual(
		['\0', '\u{1}', '\u{3}', '\u{8}', '\t', '\n', '\r', '\u{1B}', '\u{1C}', '\u{1F}', '\u{7F}', 'j', '漢', '👍'].map(character => chordOfCharacter(character)),
		['ctrl+ ', 'ctrl+a', 'ctrl+c', 'backspace', 'tab', 'enter', 'enter', 'esc', 'ctrl+\\', 'ctrl+_', 'backspace', 'j', '漢', '👍'],
	);
});

test('Alt is named once, and takes no key from Ctrl', () => {
	assert.deepEqual(['b', 'left', 'backspace', 'ctrl+c', 'alt+left'].map(chord => withAlt(chord)), ['alt+b', 'alt+left', 'alt+backspace', 'ctrl+c', 'alt+left']);
});
