import {startMarker} from './paste.js';
import {
	beginPaste,
	escape,
	ground,
	type Broken,
} from './state.js';
import {goOn, readAgain, type Step} from './step.js';
import {rules, waitOn} from './wait.js';

/** Most characters of the rest of an answer that are held back. The longest answers hold what is in the clipboard. */
const longestRest = 8192;

/**
Reads what follows a sequence or a string whose time was over: the rest of it, which a bad line brings late, or a key. The rest of a start
marker is known by its characters, so that it may come in pieces too. Any other rest is known by its end, and by coming at once.
*/
export function stepBroken(open: Broken, character: string): Step {
	return open.begun === undefined ? stepBrokenString(open, character) : stepBrokenSequence(open, open.begun, character);
}

function stepBrokenSequence(open: Broken, begun: string, character: string): Step {
	const {held} = open;
	const longer = begun + held + character;
	if (longer === startMarker) {
		return goOn(1, beginPaste());
	}

	if (startMarker.startsWith(longer)) {
		return goOn(1, {...open, held: held + character});
	}

	// What comes first is a parameter, or `$` before the last character (DECRPM): the other intermediate characters are keys as well.
	const isInside = held === '' ? /^[$0-9:;<=>?]$/v.test(character) : character >= ' ' && character <= '?';
	if (isInside) {
		return hold(open, character);
	}

	const isEnd = held !== '' && !startMarker.startsWith(begun + held) && character >= '@' && character <= '~';
	return isEnd ? goOn(1, ground) : readAgain(held);
}

function stepBrokenString(open: Broken, character: string): Step {
	const {held} = open;
	const isEscaped = held.endsWith(escape);
	if (character === '\u{9C}' || character === '\u{7}' || (isEscaped && character === '\\')) {
		return goOn(1, ground);
	}

	const isControl = character < ' ' || character === '\u{7F}';
	return isEscaped || (isControl && character !== escape) || held.length >= longestRest ? readAgain(held) : hold(open, character);
}

function hold(open: Broken, character: string): Step {
	return goOn(character.length, {...open, held: open.held + character, waiting: waitOn(open.waiting, rules.doubtful)});
}
