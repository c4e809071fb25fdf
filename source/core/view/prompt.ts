import {segmentGraphemes} from '../text/graphemes.js';
import type {Chord} from '../keymap/bindings.js';
import {sanitize} from '../text/sanitize.js';
import {cellWidth} from '../text/measure.js';

/** Texts that were kept, oldest first. */
export type PromptHistory = readonly string[];

/** Line of text that is being typed. The cursor is before one of its graphemes or at the end. */
export type Prompt = {
	readonly text: string;
	/** Counted in graphemes. */
	readonly cursor: number;
	readonly history: PromptHistory;
	/** Index of the entry of the history that is shown; the length of the history where the draft is shown. */
	readonly at: number;
	/** The text that is being typed, kept while entries of the history are shown. */
	readonly draft: string;
};

/** Most graphemes of a text. A longer one is cut, since a paste can have any size. */
export const longestText = 500;

/** Most texts that are kept. */
const longestHistory = 50;

/** Makes a prompt that begins with a text, with the cursor at its end. */
export function startPrompt(text: string, history: PromptHistory): Prompt {
	return {
		text, cursor: graphemes(text).length, history, at: history.length, draft: text,
	};
}

/** Whether nothing can be added to the text. */
export function isFull({text}: Prompt): boolean {
	return text.length >= longestText && graphemes(text).length >= longestText;
}

/** Adds a text to the history. A text that is there already moves to the end; an empty text is not added. */
export function addToHistory(history: PromptHistory, text: string): PromptHistory {
	return text.trim() === '' ? history : [...history.filter(entry => entry !== text), text].slice(-longestHistory);
}

/**
Inserts typed or pasted text at the cursor. The text is sanitized and becomes one line: line ends and tabs become spaces.
It is sanitized together with the text before the cursor, since accents and joined emoji come one character at a time.
*/
export function typeText(prompt: Prompt, typed: string): Prompt {
	const all = graphemes(prompt.text);
	const before = all.slice(0, prompt.cursor).join('');
	const after = all.slice(prompt.cursor);
	const plain = sanitize(before + typed.slice(0, 4 * longestText).replaceAll(/\s+/gv, blanks => /^ +$/v.test(blanks) ? blanks : ' '));
	const head = graphemes(plain).slice(0, Math.max(prompt.cursor, longestText - after.length));
	return withGraphemes(prompt, [...head, ...after], head.length);
}

/** Edits the text as `readline` does for a chord; `undefined` for a chord that does not edit. */
export function editPrompt(prompt: Prompt, chord: Chord): Prompt | undefined {
	return edits[chord]?.(prompt);
}

/** Shows the entry of the history before the present text. The draft is kept. */
export function olderPrompt(prompt: Prompt): Prompt {
	return showEntry(prompt, Math.max(0, prompt.at - 1));
}

/** Shows the entry of the history after the present text, and the draft after the last entry. */
export function newerPrompt(prompt: Prompt): Prompt {
	return showEntry(prompt, Math.min(prompt.history.length, prompt.at + 1));
}

/** Part of the text that is in sight: before, under and after the cursor. A cursor at the end of the text is on a space. */
type VisibleText = {
	readonly before: string;
	readonly under: string;
	readonly after: string;
};

/** Chooses the part of the text that is in sight in `width` cells; the text before the cursor is in sight first. */
export function promptView({text, cursor}: Prompt, width: number): VisibleText {
	const all = graphemes(text);
	const under = all[cursor] ?? ' ';
	let free = width - cellWidth(under);
	let start = cursor;
	while (start > 0 && cellWidth(all[start - 1] ?? '') <= free) {
		start -= 1;
		free -= cellWidth(all[start] ?? '');
	}

	let end = cursor + 1;
	while (end < all.length && cellWidth(all[end] ?? '') <= free) {
		free -= cellWidth(all[end] ?? '');
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

/** TABLE of the edit keys, with their meanings in `readline`. */
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

/** Makes the changed text the draft. An edit that changes nothing returns the prompt itself: an entry of the history stays shown as one. */
function withGraphemes(prompt: Prompt, all: readonly string[], cursor: number): Prompt {
	const text = all.join('');
	if (text === prompt.text) {
		return prompt;
	}

	// Characters that are next to each other now can be one grapheme, so the text can have fewer than `all`.
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
