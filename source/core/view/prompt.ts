import {segmentGraphemes} from '../text/graphemes.js';
import type {Chord} from '../keymap/bindings.js';
import {sanitize} from '../text/sanitize.js';
import {cellWidth} from '../text/measure.js';

/** Texts that were kept, the latest last. */
export type PromptHistory = readonly string[];

/** A line of text that is being typed: its graphemes, with the cursor before one of them or at the end. */
export type Prompt = {
	readonly text: string;
	/** Counted in graphemes. */
	readonly cursor: number;
	readonly history: PromptHistory;
	/** Which entry of the history is shown; its length stands for what was being typed. */
	readonly at: number;
	readonly draft: string;
};

/** Longer texts are cut: nobody types more, and a paste may be of any size. */
const longest = 500;

/** No more texts than this are kept. */
const longestHistory = 50;

/** A prompt that begins with a text, the cursor at its end. */
export function startPrompt(text: string, history: PromptHistory): Prompt {
	return {
		text, cursor: graphemes(text).length, history, at: history.length, draft: text,
	};
}

/** Keeps a text for later; one that is there already moves to the end, an empty one is not kept. */
export function addToHistory(history: PromptHistory, text: string): PromptHistory {
	return text.trim() === '' ? history : [...history.filter(entry => entry !== text), text].slice(-longestHistory);
}

/** Inserts typed or pasted text at the cursor. It becomes safe and one line. Accents and joined emoji come a character at a time, so what stands before the cursor has its say in how the next one is read. */
export function typeText(prompt: Prompt, typed: string): Prompt {
	const all = graphemes(prompt.text);
	const before = all.slice(0, prompt.cursor).join('');
	const after = all.slice(prompt.cursor);
	const plain = sanitize(before + typed.slice(0, 4 * longest).replaceAll(/\s+/gv, ' '));
	const head = graphemes(plain).slice(0, Math.max(prompt.cursor, longest - after.length));
	return withGraphemes(prompt, [...head, ...after], head.length);
}

/** What the usual keys of a shell's line do; `undefined` for a key that edits nothing. */
export function editPrompt(prompt: Prompt, chord: Chord): Prompt | undefined {
	return edits[chord]?.(prompt);
}

/** The text before the present one in the history; the one being typed is not lost. */
export function olderPrompt(prompt: Prompt): Prompt {
	return showEntry(prompt, Math.max(0, prompt.at - 1));
}

/** The text after the present one, and at the end what was being typed. */
export function newerPrompt(prompt: Prompt): Prompt {
	return showEntry(prompt, Math.min(prompt.history.length, prompt.at + 1));
}

/** The stretch of the text that is in sight in `width` cells, and at which of them the cursor stands. A cell is left for a cursor at the end. */
export function promptView({text, cursor}: Prompt, width: number): {readonly before: string; readonly under: string; readonly after: string} {
	const all = graphemes(text);
	const under = all[cursor] ?? ' ';
	let room = width - cellWidth(under);
	let start = cursor;
	while (start > 0 && cellWidth(all[start - 1] ?? '') <= room) {
		start -= 1;
		room -= cellWidth(all[start] ?? '');
	}

	let end = cursor + 1;
	while (end < all.length && cellWidth(all[end] ?? '') <= room) {
		room -= cellWidth(all[end] ?? '');
		end += 1;
	}

	return {before: all.slice(start, cursor).join(''), under, after: all.slice(cursor + 1, end).join('')};
}

type Edit = (prompt: Prompt) => Prompt;

const toStart: Edit = prompt => ({...prompt, cursor: 0});
const toEnd: Edit = prompt => ({...prompt, cursor: graphemes(prompt.text).length});
const left: Edit = prompt => ({...prompt, cursor: Math.max(0, prompt.cursor - 1)});
const right: Edit = prompt => ({...prompt, cursor: Math.min(graphemes(prompt.text).length, prompt.cursor + 1)});
const wordLeft: Edit = prompt => ({...prompt, cursor: wordStart(prompt)});
const wordRight: Edit = prompt => ({...prompt, cursor: wordEnd(prompt)});
const backspace: Edit = prompt => remove(prompt, prompt.cursor - 1, prompt.cursor);
const deleteNext: Edit = prompt => remove(prompt, prompt.cursor, prompt.cursor + 1);
const deleteWord: Edit = prompt => remove(prompt, wordStart(prompt), prompt.cursor);
const deleteToStart: Edit = prompt => remove(prompt, 0, prompt.cursor);
const deleteToEnd: Edit = prompt => remove(prompt, prompt.cursor, Infinity);

/** TABLE of the edit keys, as readline has them. */
const edits: Readonly<Record<Chord, Edit>> = {
	home: toStart,
	'ctrl+a': toStart,
	end: toEnd,
	'ctrl+e': toEnd,
	left,
	'ctrl+b': left,
	right,
	'ctrl+f': right,
	'ctrl+left': wordLeft,
	'alt+left': wordLeft,
	'alt+b': wordLeft,
	'ctrl+right': wordRight,
	'alt+right': wordRight,
	'alt+f': wordRight,
	backspace,
	'ctrl+h': backspace,
	delete: deleteNext,
	'ctrl+d': deleteNext,
	'ctrl+w': deleteWord,
	'alt+backspace': deleteWord,
	'ctrl+u': deleteToStart,
	'ctrl+k': deleteToEnd,
};

function remove(prompt: Prompt, from: number, to: number): Prompt {
	const all = graphemes(prompt.text);
	const start = Math.max(0, from);
	return withGraphemes(prompt, [...all.slice(0, start), ...all.slice(to)], start);
}

function wordStart({text, cursor}: Prompt): number {
	const all = graphemes(text);
	let at = cursor;
	while (at > 0 && all[at - 1] === ' ') {
		at -= 1;
	}

	while (at > 0 && all[at - 1] !== ' ') {
		at -= 1;
	}

	return at;
}

function wordEnd({text, cursor}: Prompt): number {
	const all = graphemes(text);
	let at = cursor;
	while (at < all.length && all[at] === ' ') {
		at += 1;
	}

	while (at < all.length && all[at] !== ' ') {
		at += 1;
	}

	return at;
}

/** The changed text is what is being typed from now on. Nothing changed is no edit: an entry of the history stays one. */
function withGraphemes(prompt: Prompt, all: readonly string[], cursor: number): Prompt {
	const text = all.join('');
	if (text === prompt.text) {
		return prompt;
	}

	// Letters that meet may become one grapheme.
	return {
		...prompt, text, cursor: Math.min(cursor, graphemes(text).length), at: prompt.history.length, draft: text,
	};
}

function showEntry(prompt: Prompt, at: number): Prompt {
	const text = prompt.history[at] ?? prompt.draft;
	return {
		...prompt, text, at, cursor: graphemes(text).length,
	};
}

function graphemes(text: string): readonly string[] {
	return Array.from(segmentGraphemes(text), ({segment}) => segment);
}
