import {chordOfCharacter} from '../../core/keymap/chord.js';
import {pressed} from './input.js';
import {startMarker} from './paste.js';
import {
	begin,
	beginEscape,
	beginPaste,
	controls,
	escape,
	ground,
	type Ground,
} from './state.js';
import {goOn, type Step} from './step.js';

/** The first and the last of the controls beyond DEL. */
const firstControl = '\u{7F}';
const lastControl = '\u{9F}';

/** Reads where nothing has begun: characters that are typed, a control, or the beginning of a sequence. */
export function stepGround({trail}: Ground, text: string, at: number): Step {
	const character = text[at] ?? '';
	if (character === escape) {
		return goOn(1, beginEscape(false));
	}

	const introducer = controls.get(character);
	if (introducer !== undefined) {
		return goOn(1, begin(introducer, 'control'));
	}

	if (isControl(character)) {
		// The other controls of 8 bits are no keys.
		return character <= firstControl ? goOn(1, ground, pressed(chordOfCharacter(character))) : goOn(1, ground);
	}

	if (trail !== '') {
		return stepTrail(trail, text, at);
	}

	let end = at + 1;
	while (end < text.length && !isControl(text[end] ?? '')) {
		end++;
	}

	return goOn(end - at, ground, {kind: 'text', text: text.slice(at, end)});
}

/** Reads one character that may go on with a start marker whose characters come one by one, after its ESC was given out as a key. */
function stepTrail(trail: string, text: string, at: number): Step {
	const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
	const longer = trail + character;
	const isMarker = startMarker.startsWith(longer);
	const next = longer === startMarker ? beginPaste() : {...ground, trail: isMarker ? longer : ''};
	return goOn(character.length, next, {kind: 'text', text: character});
}

function isControl(character: string): boolean {
	return character < ' ' || (character >= firstControl && character <= lastControl);
}
