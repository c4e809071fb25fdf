import {chordOfCharacter, withAlt} from '../../core/keymap/chord.js';
import {escapeKey, pressed} from './input.js';
import {
	begin,
	beginEscape,
	controls,
	escape,
	ground,
	isIntroducer,
} from './state.js';
import {goOn, type Step} from './step.js';

/** Reads what follows an ESC: an introducer, another ESC, or a character that is pressed with Alt. */
export function stepEscape(isDouble: boolean, character: string): Step {
	if (isIntroducer(character)) {
		return goOn(1, begin(character, isDouble ? 'double' : 'escape'));
	}

	const before = isDouble ? [escapeKey] : [];
	if (character === escape) {
		return goOn(1, beginEscape(true), ...before);
	}

	if (controls.has(character)) {
		return goOn(0, ground, ...before, escapeKey);
	}

	return goOn(character.length, ground, ...before, pressed(withAlt(chordOfCharacter(character))));
}

/** Reads what follows an ESC that was given out as the key. */
export function stepLate(character: string): Step {
	return isIntroducer(character) ? goOn(1, begin(character, 'late')) : goOn(0, ground);
}
