import {
	ground,
	waitOn,
	type OpenSequence,
	type Step,
} from './state.js';
import {rules} from './wait.js';

/** Most characters that are kept between the introducer and the end. No key has as many. */
const longestBody = 64;

/**
Reads one character of a control sequence: parameters and intermediate characters, then a final one (ECMA-48, section 5.4). The Linux
console sends function keys with a second `[`, rxvt ends keys with Shift by `$`, and a keypad sends a space behind SS3.
*/
export function stepSequence(open: OpenSequence, character: string): Step {
	const {introducer, body} = open;
	if (body === '[') {
		return character >= 'A' && character <= 'E' ? {kind: 'final'} : {kind: 'keys', keys: body, isAmong: false};
	}

	const isRxvt = character === '$' && /^[235-8]$/v.test(body);
	const isSpace = introducer === 'O' && character === ' ';
	const isConsole = introducer === '[' && body === '' && character === '[';
	if (isConsole || (character >= ' ' && character <= '?' && !isRxvt && !isSpace)) {
		const waiting = isConsole ? open.waiting : waitOn(open.waiting, rules.sequence);
		return {kind: 'taken', state: {...open, body: (body + character).slice(0, longestBody), waiting}};
	}

	if (isRxvt || isSpace || (character >= '@' && character <= '~')) {
		return {kind: 'final'};
	}

	return body === '' ? {kind: 'keys', keys: '', isAmong: false} : {kind: 'left', state: ground};
}
