import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
	addToHistory,
	editPrompt,
	isFull,
	newerPrompt,
	olderPrompt,
	promptView,
	startPrompt,
	typeText,
	type Prompt,
} from '../../../../source/core/view/prompt.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {cellWidth} from '../../../../source/core/text/measure.js';
import {anyText} from '../../../helpers/any-text.js';
import {tries} from '../../../helpers/properties/tries.js';

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
		['one two', ['alt+b', 'Z'], 'one Z|two'],
		['one two', ['home', 'alt+f', 'Z'], 'oneZ| two'],
		['abc', ['ctrl+b', 'ctrl+h', 'ctrl+d'], 'a|'],
		['São', ['backspace', 'backspace'], 'S|'],
		['', ['e', '\u{301}', 'x'], 'e\u{301}x|'],
		['ex', ['left', '\u{301}', 'Z'], 'e\u{301}Z|x'],
		['👍x', ['left', '\u{1F3FD}', 'Z'], '👍Z|x'],
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
	assert.deepEqual([isFull(pasted), isFull(startPrompt('x'.repeat(499), []))], [true, false]);
});

test('blanks are kept as they are typed or pasted, since a name can have several', () => {
	assert.equal(typeText(startPrompt('', []), 'a  b \n c').text, 'a  b c');
});

test('a full line takes no more, and keeps what stands after the cursor', () => {
	const full = typeText(startPrompt('end', []), 'x'.repeat(1000));
	const start = editPrompt(full, 'home') ?? full;
	assert.equal(typeText(start, 'y'), start);
	const room = typeText(editPrompt(startPrompt('end', []), 'home') ?? full, 'x'.repeat(1000));
	assert.deepEqual([room.text.length, room.cursor, room.text.endsWith('xend')], [500, 497, true]);
});

test('a key that is none of the line\'s edits nothing', () => {
	for (const chord of ['up', 'tab', 'f1', 'a', 'ctrl+x']) {
		assert.equal(editPrompt(startPrompt('text', []), chord), undefined, chord);
	}
});

test('the history is walked, and what was being typed is not lost', () => {
	const history = addToHistory(addToHistory(addToHistory([], 'first'), 'second'), 'first');
	assert.deepEqual(history, ['second', 'first']);
	const typed = typeText(startPrompt('', history), 'draft');
	assert.deepEqual([olderPrompt(typed), olderPrompt(olderPrompt(typed)), newerPrompt(olderPrompt(typed)), newerPrompt(typed)].map(({text}) => text), ['first', 'second', 'draft', 'draft']);
	assert.deepEqual(addToHistory(history, '  '), history);
	const unchanged = editPrompt(olderPrompt(typed), 'ctrl+k') ?? typed;
	assert.equal(newerPrompt(unchanged).text, 'draft', 'a key that changed nothing loses nothing');
});

test('the history keeps the fifty latest', () => {
	let history: readonly string[] = [];
	for (let index = 0; index < 60; index++) {
		history = addToHistory(history, `text ${index}`);
	}

	assert.deepEqual([history.length, history.at(0), history.at(-1)], [50, 'text 10', 'text 59']);
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

test('whatever is typed and edited, the text stays safe and the cursor between its graphemes', () => {
	const chord = fc.oneof(fc.constantFrom('left', 'right', 'home', 'end', 'backspace', 'delete', 'ctrl+w', 'alt+b', 'ctrl+u', 'ctrl+k'), fc.constantFrom('e', ' ', '\u{301}', '\u{200D}', '🇧', '🇷', '👍', '\u{1F3FD}', '\u{FE0F}', '日', '\u{1B}', '\u{93F}'), anyText({maxLength: 4}));
	fc.assert(fc.property(fc.array(chord, {maxLength: 40}), chords => {
		let prompt = startPrompt('', []);
		for (const next of chords) {
			prompt = editPrompt(prompt, next) ?? typeText(prompt, next);
			const count = [...new Intl.Segmenter('en').segment(prompt.text)].length;
			assert.ok(prompt.cursor >= 0 && prompt.cursor <= count);
			assert.equal(sanitize(prompt.text), prompt.text);
		}
	}), {numRuns: tries(200)});
});
