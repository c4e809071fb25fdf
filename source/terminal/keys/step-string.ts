import {likenToAnswer} from './answer-start.js';
import {
	beginEscape,
	escape,
	ground,
	waitOn,
	type OpenString,
	type Step,
} from './state.js';
import {rules} from './wait.js';

/** Most characters of a string that may be keys. */
const longestDoubt = 64;

/** Reads one character of a control string, which ST ends; OSC is ended by BEL as well (xterm). */
export function stepString(open: OpenString, character: string): Step {
	const {introducer, content, isEscaped} = open;
	if (isEscaped && character !== '\\') {
		const next = beginEscape(false);
		return content === undefined
			? {kind: 'left', state: next}
			: {
				kind: 'keys', keys: content, isAmong: false, next,
			};
	}

	if (isEscaped || character === '\u{9C}' || (character === '\u{7}' && introducer === ']')) {
		return {kind: 'taken', state: ground};
	}

	if (character === escape) {
		return {kind: 'taken', state: {...open, isEscaped: true}};
	}

	if (content !== undefined) {
		return stepDoubtful(open, content, character);
	}

	// CAN and SUB end whatever they are in.
	return {kind: 'taken', state: character === '\u{18}' || character === '\u{1A}' ? ground : open};
}

/** Reads one character of what may be Alt and keys: no control is in an answer, but it is a key. */
function stepDoubtful(open: OpenString, content: string, character: string): Step {
	if (character < ' ' || character === '\u{7F}') {
		return {kind: 'keys', keys: content, isAmong: false};
	}

	const longer = content + character;
	const likeness = likenToAnswer(open.introducer, longer);
	if (likeness === 'answer') {
		return {kind: 'taken', state: {...open, content: undefined, waiting: waitOn(open.waiting, rules.answer)}};
	}

	if (longer.length > longestDoubt || (likeness === 'keys' && open.start === 'late')) {
		return {kind: 'keys', keys: longer, isAmong: true};
	}

	const waiting = waitOn(open.waiting, likeness === 'keys' ? rules.doubtful : rules.sequence);
	return {kind: 'taken', state: {...open, content: longer, waiting}};
}
