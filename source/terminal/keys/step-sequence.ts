import {readPointed} from '../../core/screen/pointer.js';
import {chordOfSequence, withAlt} from '../../core/keymap/chord.js';
import {escapeKey, pressed} from './input.js';
import {
	beginPaste,
	ground,
	type OpenSequence,
	type State,
} from './state.js';
import {asKeys, goOn, type Step} from './step.js';
import {rules, waitFor, waitOn} from './wait.js';

/** Most characters that are kept between the introducer and the end. No key has as many. */
const longestBody = 64;

/**
Reads one character of a control sequence: parameters and intermediate characters, then a final one (ECMA-48, section 5.4). The Linux
console sends function keys with a second `[`, rxvt ends keys with Shift by `$`, and a keypad sends a space behind SS3.
*/
export function stepSequence(open: OpenSequence, character: string): Step {
	const {introducer, body} = open;
	if (body === '[') {
		return character >= 'A' && character <= 'E' ? finish(open, character) : asKeys(open, body, 0);
	}

	const isRxvt = character === '$' && /^[235-8]$/v.test(body);
	const isSpace = introducer === 'O' && character === ' ';
	const isConsole = introducer === '[' && body === '' && character === '[';
	if (isConsole || (character >= ' ' && character <= '?' && !isRxvt && !isSpace)) {
		const waiting = isConsole ? open.waiting : waitOn(open.waiting, rules.sequence);
		return goOn(1, {...open, body: (body + character).slice(0, longestBody), waiting});
	}

	if (isRxvt || isSpace || (character >= '@' && character <= '~')) {
		return finish(open, character);
	}

	return body === '' ? asKeys(open, '', 0) : goOn(0, ground);
}

/** Ends a control sequence by its last character: it is a key, the start of a paste, a report of the mouse, or none of our business. */
function finish(open: OpenSequence, final: string): Step {
	const {start, introducer, body} = open;
	const chord = chordOfSequence({introducer, body, final});
	if (chord !== undefined) {
		return goOn(1, ground, pressed(start === 'double' ? withAlt(chord) : chord));
	}

	if (start === 'late' && body === '' && !'IOM'.includes(final)) {
		return asKeys(open, final, 1);
	}

	const pointed = introducer === '[' ? readPointed(body, final) : undefined;
	return goOn(
		1, stateAfter(`${introducer}${body}${final}`), ...start === 'double' ? [escapeKey] : [], ...pointed === undefined ? [] : [{kind: 'pointed', pointed} as const],
	);
}

function stateAfter(sequence: string): State {
	switch (sequence) {
		case '[200~': {
			return beginPaste();
		}

		case '[M': {
			return {kind: 'mouse', left: 3, waiting: waitFor(rules.sequence)};
		}

		default: {
			return ground;
		}
	}
}
