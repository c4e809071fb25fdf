import type {Input} from './input.js';
import {cutPaste, findMarker, splitMarker} from './paste.js';
import {
	awaitPasteEnd,
	beginTail,
	escape,
	ground,
	type OpenPaste,
	type PasteTail,
} from './state.js';
import {goOn, readAgain, type Step} from './step.js';
import {rules, waitOn} from './wait.js';

/** The longest sequence of a key, in characters. */
const longestKey = 8;

/** Reads a piece of a paste. What follows its end is read again as its tail. */
export function stepPaste(open: OpenPaste, piece: string): Step {
	const {paste} = open;
	const rest = paste.take(piece);
	if (rest === undefined) {
		return goOn(piece.length, open);
	}

	return {
		taken: piece.length,
		state: beginTail(),
		inputs: [{kind: 'paste', text: paste.text()}],
		again: rest,
	};
}

/**
Reads a piece of what follows a paste. An end marker without a start marker ends the paste before it, in whose text there was an end marker
too. A start marker shows that the paste was over: all is read again as what it is.
*/
export function stepTail(open: PasteTail, piece: string): Step {
	const inputs: Input[] = [];
	let tail: PasteTail = {...open, text: open.text + piece, waiting: waitOn(open.waiting, rules.tail)};
	let marker = findMarker(tail.text, open.text.length);
	while (marker?.kind === 'end') {
		const pasted = tail.text.slice(0, marker.index);
		if (pasted !== '' || !tail.isCut) {
			inputs.push({kind: 'paste', text: cutPaste(pasted)});
		}

		tail = {
			...tail, isCut: false, text: tail.text.slice(marker.end), begun: 0,
		};
		marker = findMarker(tail.text, 0);
	}

	const taken = piece.length;
	return marker === undefined
		? {
			taken, state: tail, inputs, again: '',
		}
		: {
			taken, state: ground, inputs, again: tail.text.slice(tail.begun),
		};
}

/** Ends a paste whose end has not come in time. */
export function giveUpPaste({paste}: OpenPaste): Step {
	const [text, begun] = splitMarker(paste.text());
	return goOn(0, awaitPasteEnd(begun), {kind: 'paste', text});
}

/**
Ends the wait for an end marker behind a paste. Where the paste had an end, what came are keys. Where it had none, one key is a key and
shows that a person is there, and more that came at once is pasted.
*/
export function giveUpTail({text, begun, isCut}: PasteTail): Step {
	const came = text.slice(begun);
	const isKey = came.length <= (came.startsWith(escape) ? longestKey : String.fromCodePoint(came.codePointAt(0) ?? 0).length);
	if (!isCut || isKey) {
		return readAgain(came);
	}

	const [pasted, nextBegun] = splitMarker(came);
	return goOn(0, awaitPasteEnd(nextBegun), {kind: 'paste', text: cutPaste(pasted)});
}
