import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bindings} from '../../../../source/core/keymap/bindings.js';
import {asciiSymbols} from '../../../../source/core/screen/symbols.js';
import {describeChord, parseKey, writeKey} from '../../../../source/core/keymap/key-names.js';

const read = (text: string) => {
	const parsed = parseKey(text);
	return parsed.kind === 'value' ? parsed.value : parsed.problem;
};

test('the name of a key is a character or a word, with Ctrl, Alt and Shift before it', () => {
	for (const [text, chord] of [
		['y', 'y'],
		['Y', 'Y'],
		['+', '+'],
		['é', 'é'],
		[' ', ' '],
		['space', ' '],
		['Enter', 'enter'],
		['PgUp', 'pageup'],
		['↑', 'up'],
		['Escape', 'esc'],
		['F12', 'f12'],
		['Ctrl+L', 'ctrl+l'],
		['ctrl+space', 'ctrl+ '],
		['ctrl+]', 'ctrl+]'],
		['alt+x', 'alt+x'],
		['alt+X', 'alt+X'],
		['Alt+Ctrl+Up', 'ctrl+alt+up'],
		['shift+tab', 'shift+tab'],
		['Shift+F1', 'shift+f1'],
		['alt++', 'alt++'],
	] as const) {
		assert.equal(read(text), chord, text);
	}
});

test('what no key sends is refused, with what to write instead', () => {
	assert.match(read('spcae'), /^"spcae" is no key\. Did you mean space\? A key is one character, or up, down, .*, f1 to f12; ctrl\+/v);
	assert.match(read(''), /^"" is no key\. A key is/v);
	assert.match(read('\u{7}'), /is no key/v);
	assert.match(read('f13'), /is no key/v);
	assert.match(read('ctrl+alt+x'), /is no key/v);
	assert.match(read('ctrl+1'), /^"ctrl\+1" is no key that terminals send/v);
	assert.equal(read('Ctrl+I'), '"Ctrl+I" comes from a terminal as tab: write "tab".');
	assert.equal(read('ctrl+j'), '"ctrl+j" comes from a terminal as enter: write "enter".');
	assert.equal(read('shift+a'), '"shift+a" is the character that it types: write "A".');
	assert.equal(read('shift+up'), '"shift+up" is no key of its own: Shift makes no other key of it.');
});

test('every key of the table is read back from its name in the config file, and from its text in the help', () => {
	for (const chord of bindings.flatMap(({chords}) => chords)) {
		assert.deepEqual([read(writeKey(chord)), read(describeChord(chord))], [chord, chord]);
	}

	assert.deepEqual(['ctrl+d', 'ctrl+up', 'alt+x', 'shift+tab', 'f12', 'ctrl+ '].map(chord => describeChord(chord)), ['Ctrl+D', 'Ctrl+↑', 'Alt+x', 'Shift+Tab', 'F12', 'Ctrl+Space']);
	assert.deepEqual(['up', 'down', 'left', 'ctrl+right'].map(chord => describeChord(chord, asciiSymbols)), ['Up', 'Down', 'Left', 'Ctrl+Right']);
});
