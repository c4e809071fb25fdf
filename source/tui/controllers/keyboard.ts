import {type Chord, type CommandId} from '../../core/keymap/bindings.js';
import {resolveChord} from '../../core/keymap/resolve.js';
import {editPrompt, typeText} from '../../core/view/prompt.js';
import {focusedPlace} from '../../core/view/view-state.js';
import type {Commands, ControllerContext} from './context.js';
import {editText} from './prompt.js';

/** Handlers of pressed keys and of pasted text. */
export type Keyboard = {
	readonly press: (chord: Chord) => void;
	readonly paste: (text: string) => void;
};

/** Functions that the keyboard calls to report what a person does. */
export type KeyboardReport = {
	/** Called with each command before it is run. */
	readonly ran?: (command: CommandId) => void;
	/** Called with every key and paste, whether it does something or not. */
	readonly touched?: () => void;
};

/**
Runs the command of each chord. A chord without a command edits the text of an open prompt. Without an open prompt pasted text is ignored.
*/
export function createKeyboard(
	commands: Commands,
	ports: ControllerContext,
	{ran, touched}: KeyboardReport = {},
): Keyboard {
	const {state} = ports;

	return {
		press(chord) {
			touched?.();
			const place = focusedPlace(state().view);
			const command = resolveChord(chord, place);
			if (command !== undefined) {
				ran?.(command);
				commands[command]();
			} else if (place === 'prompt') {
				editText(ports, prompt => editPrompt(prompt, chord) ?? (isCharacter(chord) ? typeText(prompt, chord) : prompt));
			}
		},
		paste(text) {
			touched?.();
			if (focusedPlace(state().view) === 'prompt') {
				editText(ports, prompt => typeText(prompt, text));
			}
		},
	};
}

/** Whether a chord is a character, not the name of a key. */
function isCharacter(chord: Chord): boolean {
	return [...chord].length === 1;
}
