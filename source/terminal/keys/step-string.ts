import {likenToAnswer} from './answer-start.js';
import {
	beginEscape,
	escape,
	ground,
	type OpenString,
} from './state.js';
import {asKeys, goOn, type Step} from './step.js';
import {rules, waitOn} from './wait.js';

/** Most characters of a string that may be keys. */
const longestDoubt = 64;

/** Reads one character of a control string, which ST ends; OSC is ended by BEL as well (xterm). */
export function stepString(open: OpenString, character: string): Step {
	const {introducer, content, isEscaped} = open;
	if (isEscaped && character !== '\\') {
		return content === undefined ? goOn(0, beginEscape(false)) : asKeys(open, content + escape, 0);
	}

	if (isEscaped || character === '\u{9C}' || (character === '\u{7}' && introducer === ']')) {
		return goOn(1, ground);
	}

	if (character === escape) {
		return goOn(1, {...open, isEscaped: true});
	}

	if (content !== undefined) {
		return stepDoubtful(open, content, character);
	}

	// CAN and SUB end whatever they are in.
	return goOn(character.length, character === '\u{18}' || character === '\u{1A}' ? ground : open);
}

/** Reads one character of what may be Alt and keys: no control is in an answer, but it is a key. */
function stepDoubtful(open: OpenString, content: string, character: string): Step {
	if (character < ' ' || character === '\u{7F}') {
		return asKeys(open, content, 0);
	}

	const longer = content + character;
	const likeness = likenToAnswer(open.introducer, longer);
	if (likeness === 'answer') {
		return goOn(character.length, {...open, content: undefined, waiting: waitOn(open.waiting, rules.answer)});
	}

	if (longer.length > longestDoubt || (likeness === 'keys' && open.start === 'late')) {
		return asKeys(open, longer, character.length);
	}

	const waiting = waitOn(open.waiting, likeness === 'keys' ? rules.doubtful : rules.sequence);
	return goOn(character.length, {...open, content: longer, waiting});
}
