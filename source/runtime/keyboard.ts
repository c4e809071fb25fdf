import type {Chord} from '../core/keymap/bindings.js';
import {resolveChord} from '../core/keymap/resolve.js';
import {editPrompt, typeText} from '../core/prompt.js';
import {hereOf} from '../core/view-state.js';
import type {Commands, CommandPorts} from './commands.js';

/** What typed keys and pasted text come to. */
export type Keyboard = {
	readonly press: (chord: Chord) => void;
	readonly paste: (text: string) => void;
};

/** Hands chords to their commands; in the prompt, what is no command there is text. */
export function createKeyboard(commands: Commands, {actions, state}: Pick<CommandPorts, 'actions' | 'state'>): Keyboard {
	return {
		press(chord) {
			const here = hereOf(state().view);
			const command = resolveChord(chord, here);
			if (command !== undefined) {
				commands[command]();
			} else if (here === 'prompt') {
				actions.promptEdited(prompt => editPrompt(prompt, chord) ?? (isTyped(chord) ? typeText(prompt, chord) : prompt));
			}
		},
		paste(text) {
			if (hereOf(state().view) === 'prompt') {
				actions.promptEdited(prompt => typeText(prompt, text));
			}
		},
	};
}

/** Whether a chord is a character and not the name of a key. */
function isTyped(chord: Chord): boolean {
	return [...chord].length === 1;
}
