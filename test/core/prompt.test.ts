import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
	addToHistory,
	editPrompt,
	newerPrompt,
	olderPrompt,
	promptView,
	startPrompt,
	typeText,
	type Prompt,
} from '../../source/core/prompt.js';
import {cellWidth} from '../../source/core/text.js';

/** The text with a bar where the cursor is. */
const shown = ({text, cursor}: Prompt) => {
	const all = Array.from(new Intl.Segmenter('en').segment(text), ({segment}) => segment);
	return [...all.slice(0, cursor), '|', ...all.slice(cursor)].join('');
};

const after = (text: string, ...chords: readonly string[]) => {
	let prompt = startPrompt(text, []);
	for (const chord of chords) {
		prompt = editPrompt(prompt, chord) ?? typeText(prompt, chord);
	}

	return shown(prompt);
};

test('the usual keys edit as in a shell', () => {
	const cases: ReadonlyArray<readonly [text: string, chords: readonly string[], result: string]> = [
		['state:x', [], 'state:x|'],
		['abc', ['left', 'left', 'Z'], 'aZ|bc'],
		['abc', ['home', 'Z'], 'Z|abc'],
		['abc', ['ctrl+a', 'delete'], '|bc'],
		['abc', ['ctrl+a', 'ctrl+e', 'backspace'], 'ab|'],
		['one two  ', ['ctrl+w'], 'one |'],
		['one two', ['left', 'ctrl+w'], 'one |o'],
		['one two', ['ctrl+left', 'ctrl+u'], '|two'],
		['one two', ['home', 'ctrl+right', 'ctrl+k'], 'one|'],
		['São', ['backspace', 'backspace'], 'S|'],
		['a👍b', ['left', 'backspace'], 'a|b'],
		['', ['backspace', 'left', 'delete', 'ctrl+w'], '|'],
	];
	for (const [text, chords, result] of cases) {
		assert.equal(after(text, ...chords), result, `${text} ${chords.join(' ')}`);
	}
});

test('what is pasted becomes one safe line, and not endless', () => {
	const pasted = typeText(startPrompt('', []), `one\r\n\ttwo\u{1B}[31m${'x'.repeat(1_000_000)}`);
	assert.ok(pasted.text.startsWith('one two␛[31m'));
	assert.equal(pasted.cursor, 500);
});

test('the history is walked, and what was being typed is not lost', () => {
	const history = addToHistory(addToHistory(addToHistory([], 'first'), 'second'), 'first');
	assert.deepEqual(history, ['second', 'first']);
	const typed = typeText(startPrompt('', history), 'draft');
	assert.deepEqual([olderPrompt(typed), olderPrompt(olderPrompt(typed)), newerPrompt(olderPrompt(typed)), newerPrompt(typed)].map(({text}) => text), ['first', 'second', 'draft', 'draft']);
	assert.deepEqual(addToHistory(history, '  '), history);
});

test('the cursor is always in sight, in any width', () => {
	fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 60}), fc.nat(60), fc.integer({min: 2, max: 40}), (text, steps, width) => {
		let prompt = typeText(startPrompt('', []), text);
		for (let step = 0; step < steps; step++) {
			prompt = editPrompt(prompt, 'left') ?? prompt;
		}

		const {before, under, after: rest} = promptView(prompt, width);
		assert.ok(cellWidth(before) + cellWidth(under) + cellWidth(rest) <= width);
		assert.notEqual(under, '');
	}));
});
