import type {Chord} from '../../core/keymap/bindings.js';
import type {CommandId} from '../../core/keymap/commands.js';
import {resolveChord} from '../../core/keymap/resolve.js';
import {editPrompt, typeText, type Prompt} from '../../core/view/prompt.js';
import {focusedPlace} from '../../core/view/view-state.js';
import type {Commands, ControllerContext} from './context.js';
import {followFind} from './detail.js';

/** What typed keys and pasted text come to. */
export type Keyboard = {
	readonly press: (chord: Chord) => void;
	readonly paste: (text: string) => void;
};

/** Hands chords to their commands, each told to `ran` before it runs; in the prompt, what is no command there is text. */
export function createKeyboard(commands: Commands, ports: ControllerContext, ran: (command: CommandId) => void = () => undefined): Keyboard {
	const {actions, state} = ports;
	const edit = (change: (prompt: Prompt) => Prompt) => {
		actions.promptEdited(change);
		followFind(ports);
	};

	return {
		press(chord) {
			const here = focusedPlace(state().view);
			const command = resolveChord(chord, here);
			if (command !== undefined) {
				ran(command);
				commands[command]();
			} else if (here === 'prompt') {
				edit(prompt => editPrompt(prompt, chord) ?? (isTyped(chord) ? typeText(prompt, chord) : prompt));
			}
		},
		paste(text) {
			if (focusedPlace(state().view) === 'prompt') {
				edit(prompt => typeText(prompt, text));
			}
		},
	};
}

/** Whether a chord is a character and not the name of a key. */
function isTyped(chord: Chord): boolean {
	return [...chord].length === 1;
}
