import assert from 'node:assert/strict';
import {test} from 'node:test';
import {encodeKey, type KeyMode} from '../../helpers/keys.js';

const normal: KeyMode = {applicationCursorKeys: false};
const app: KeyMode = {applicationCursorKeys: true};

const check = (mode: KeyMode, expected: ReadonlyArray<readonly [key: string, bytes: string | undefined]>) => {
	for (const [key, bytes] of expected) {
		assert.equal(encodeKey(key, mode), bytes, key);
	}
};

test('a single character stands for itself', () => {
	check(normal, [['j', 'j'], ['G', 'G'], ['+', '+'], ['é', 'é'], ['漢', '漢'], ['👍🏽', '👍🏽']]);
});

test('named keys send what xterm sends', () => {
	check(normal, [
		['Enter', '\r'],
		['Tab', '\t'],
		['Shift+Tab', '\u{1B}[Z'],
		['Esc', '\u{1B}'],
		['Backspace', '\u{7F}'],
		['Space', ' '],
		['Up', '\u{1B}[A'],
		['Down', '\u{1B}[B'],
		['Right', '\u{1B}[C'],
		['Left', '\u{1B}[D'],
		['Home', '\u{1B}[H'],
		['End', '\u{1B}[F'],
		['Insert', '\u{1B}[2~'],
		['Delete', '\u{1B}[3~'],
		['PgUp', '\u{1B}[5~'],
		['PgDn', '\u{1B}[6~'],
		['F1', '\u{1B}OP'],
		['F4', '\u{1B}OS'],
		['F5', '\u{1B}[15~'],
		['F6', '\u{1B}[17~'],
		['F10', '\u{1B}[21~'],
		['F12', '\u{1B}[24~'],
	]);
});

test('cursor keys, and only they, follow the application mode', () => {
	check(app, [['Up', '\u{1B}OA'], ['Home', '\u{1B}OH'], ['End', '\u{1B}OF'], ['PgUp', '\u{1B}[5~'], ['F1', '\u{1B}OP']]);
});

test('modifiers are counted from one, whatever the mode', () => {
	check(app, [
		['Shift+Up', '\u{1B}[1;2A'],
		['Alt+Left', '\u{1B}[1;3D'],
		['Ctrl+Right', '\u{1B}[1;5C'],
		['Ctrl+Shift+End', '\u{1B}[1;6F'],
		['Shift+F1', '\u{1B}[1;2P'],
		['Ctrl+PgDn', '\u{1B}[6;5~'],
	]);
});

test('Ctrl makes a letter a control character, Alt puts an escape before it', () => {
	check(normal, [
		['Ctrl+c', '\u{3}'],
		['Ctrl+C', '\u{3}'],
		['Ctrl+Z', '\u{1A}'],
		['Ctrl+Space', '\0'],
		['Ctrl+@', '\0'],
		['Ctrl+[', '\u{1B}'],
		['Ctrl+\\', '\u{1C}'],
		['Ctrl+_', '\u{1F}'],
		['Alt+x', '\u{1B}x'],
		['Alt++', '\u{1B}+'],
	]);
});

test('what is no key has no bytes', () => {
	check(normal, [['', undefined], ['jj', undefined], ['enter', undefined], ['Meta+x', undefined], ['Ctrl+é', undefined], ['Ctrl+1', undefined], ['Shift+x', undefined], ['Ctrl+', undefined]]);
});
