import {isCustom, type BoundCommand, type Chord} from '../../core/keymap/bindings.js';
import {describePasteAt} from '../../core/keymap/describe.js';
import {resolveChord} from '../../core/keymap/resolve.js';
import {editPrompt, typeText} from '../../core/view/prompt.js';
import {focusedPlace} from '../../core/view/view-state.js';
import type {Commands, ControllerContext} from './context.js';
import {createCustomKeys} from './custom.js';
import {editText} from './prompt.js';

/** Handlers of pressed keys and of pasted text. */
export type Keyboard = {
	readonly press: (chord: Chord) => void;
	/** Called with characters that were typed, as many as came at once. */
	readonly type: (text: string) => void;
	readonly paste: (text: string) => void;
};

/** Functions that the keyboard calls to report what a person does. */
export type KeyboardReport = {
	/** Called with each command before it is run. */
	readonly ran?: (command: BoundCommand) => void;
	/** Called with every key and paste, whether it does something or not. */
	readonly touched?: () => void;
};

/**
Runs the command of each chord. A chord without a command edits the text of an open prompt. Without an open prompt pasted text does nothing,
as a notice says.
*/
export function createKeyboard(
	commands: Commands,
	ports: ControllerContext,
	{ran, touched}: KeyboardReport = {},
): Keyboard {
	const {state, actions, keymap} = ports;
	const custom = createCustomKeys(ports);
	const touch = () => {
		touched?.();
		actions.touched();
	};

	const press = (chord: Chord) => {
		touch();
		if (state().view.question !== undefined) {
			ports.asking.answer(chord === 'y');
			return;
		}

		const place = focusedPlace(state().view);
		const command = resolveChord(chord, place, keymap);
		if (command !== undefined) {
			ran?.(command);
			if (isCustom(command)) {
				custom.run(command);
			} else {
				commands[command]();
			}
		} else if (place === 'prompt') {
			editText(ports, prompt => editPrompt(prompt, chord) ?? (isCharacter(chord) ? typeText(prompt, chord) : prompt));
		}
	};

	return {
		press,
		type(text) {
			let at = 0;
			for (const character of text) {
				if (focusedPlace(state().view) === 'prompt') {
					// No character is a command there, so that all others are text: each alone would cost as much as all.
					const rest = text.slice(at);
					touch();
					editText(ports, prompt => typeText(prompt, rest));
					return;
				}

				press(character);
				at += character.length;
			}
		},
		paste(text) {
			touch();
			const place = focusedPlace(state().view);
			if (state().view.question !== undefined) {
				// A text that is pasted is no yes.
				ports.asking.answer(false);
			} else if (place === 'prompt') {
				editText(ports, prompt => typeText(prompt, text));
			} else if (text !== '') {
				actions.noticed(describePasteAt(place, keymap), ports.now());
			}
		},
	};
}

/** Whether a chord is a character, not the name of a key. */
function isCharacter(chord: Chord): boolean {
	return [...chord].length === 1;
}
