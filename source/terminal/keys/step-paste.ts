import type {Input} from './input.js';
import {cutPaste, findMarker} from './paste.js';
import {ground, type OpenPaste, type PasteTail} from './state.js';
import {goOn, type Step} from './step.js';
import {rules, waitFor} from './wait.js';

/** Reads a piece of a paste. What follows its end is read again as its tail. */
export function stepPaste(open: OpenPaste, piece: string): Step {
	const {paste} = open;
	const rest = paste.take(piece);
	if (rest === undefined) {
		return goOn(piece.length, open);
	}

	return {
		taken: piece.length,
		state: {kind: 'tail', text: '', waiting: waitFor(rules.tail)},
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
	let text = open.text + piece;
	let marker = findMarker(text, open.text.length);
	while (marker?.kind === 'end') {
		inputs.push({kind: 'paste', text: cutPaste(text.slice(0, marker.index))});
		text = text.slice(marker.end);
		marker = findMarker(text, 0);
	}

	const taken = piece.length;
	return marker === undefined
		? {
			taken, state: {...open, text}, inputs, again: '',
		}
		: {
			taken, state: ground, inputs, again: text,
		};
}
