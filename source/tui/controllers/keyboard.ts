import {isCustom, type BoundCommand, type Chord} from '../../core/keymap/bindings.js';
import {describePasteAt} from '../../core/keymap/describe.js';
import {resolveChord} from '../../core/keymap/resolve.js';
import {isMenu} from '../../core/keymap/places.js';
import {editPrompt, typeText} from '../../core/view/prompt.js';
import {focusedPlace} from '../../core/view/view-state.js';
import type {Commands, ControllerContext} from './context.js';
import {createCustomKeys} from './custom.js';
import {typeInOpenMenu, typeKeyInMenu} from './menus.js';
import {editText} from './prompt.js';

/** Handlers of pressed keys and of pasted text. */
export type Keyboard = {
	readonly press: (chord: Chord) => void;
	/** Called with characters that were typed, as many as came at once. */
	readonly type: (text: string) => void;
	readonly paste: (text: string) => void;
	/** Runs a command as its key would. */
	readonly run: (command: BoundCommand) => void;
};

/** Functions that the keyboard calls to report what a person does. */
export type KeyboardReport = {
	/** Called with each command before it is run. */
	readonly ran?: (command: BoundCommand) => void;
	/** Called with every key and paste, whether it does something or not. */
	readonly touched?: () => void;
};

/**
Runs the command of each chord. A chord without a command edits the text of an open prompt or menu, and so does a letter with one in a menu
in which something is typed. Without either pasted text does nothing, as a notice says.
*/
export function createKeyboard(
	commands: Commands,
	ports: ControllerContext,
	{ran, touched}: KeyboardReport = {},
): Keyboard {
	const {state, actions, keymap, symbols} = ports;
	const custom = createCustomKeys(ports);
	const touch = () => {
		touched?.();
		actions.touched();
	};

	const run = (command: BoundCommand) => {
		ran?.(command);
		if (isCustom(command)) {
			custom.run(command);
		} else {
			commands[command]();
		}
	};

	const press = (chord: Chord) => {
		touch();
		if (state().view.question !== undefined) {
			custom.answer(chord === 'y');
			return;
		}

		if (ports.layout().kind === 'summary' && state().view.menu !== undefined) {
			// It went out of sight, and nobody takes what is not seen.
			actions.menuClosed();
		}

		const place = focusedPlace(state().view);
		const isTyped = isMenu(place) && isLetter(chord) && state().view.menu?.prompt.text !== '';
		const command = isTyped ? undefined : resolveChord(chord, place, keymap);
		if (command !== undefined) {
			run(command);
		} else if (isMenu(place)) {
			typeKeyInMenu(ports, chord, isCharacter(chord));
		} else if (place === 'prompt') {
			editText(ports, prompt => editPrompt(prompt, chord) ?? (isCharacter(chord) ? typeText(prompt, chord) : prompt));
		}
	};

	return {
		press,
		run,
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
				custom.answer(false);
			} else if (place === 'prompt') {
				editText(ports, prompt => typeText(prompt, text));
			} else if (isMenu(place)) {
				typeInOpenMenu(ports, text);
			} else if (text !== '') {
				actions.noticed(describePasteAt(place, keymap, symbols), ports.now());
			}
		},
	};
}

function isLetter(chord: Chord): boolean {
	return /^\p{Letter}$/v.test(chord);
}

/** Whether a chord is a character, not the name of a key. */
function isCharacter(chord: Chord): boolean {
	return [...chord].length === 1;
}
