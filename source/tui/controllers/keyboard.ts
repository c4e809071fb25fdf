import {isCustom, type BoundCommand, type Chord} from '../../core/keymap/bindings.js';
import {describePasteAt} from '../../core/keymap/describe.js';
import {describeDeadKey} from '../../core/keymap/dead-keys.js';
import {resolveChord} from '../../core/keymap/resolve.js';
import {isMenu, type FocusedPlace} from '../../core/keymap/places.js';
import type {Pointed} from '../../core/screen/pointer.js';
import {editPrompt, typeText} from '../../core/view/prompt.js';
import {focusedPlace} from '../../core/view/view-state.js';
import type {Commands, ControllerContext} from './context.js';
import {pointAt} from './pointer.js';
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
	/** Called with the mouse, in a cell of the screen. */
	readonly point: (pointed: Pointed) => void;
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
in which something is typed. Elsewhere it does nothing, as a notice says once for as long as a person stays at the place, with the nearest
thing that does; so does pasted text.
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

	/** The place that a person is at, and the keys that were told to do nothing there. */
	let visit: {readonly place: FocusedPlace; readonly told: Set<Chord>} = {place: 'grid', told: new Set()};

	/** Of keys that come at once, as those of a paste that a terminal does not mark do, the first alone is told. */
	const tellDead = (chord: Chord, place: FocusedPlace, isTold: boolean) => {
		if (!visit.told.has(chord) && !isTold) {
			actions.noticed(describeDeadKey(chord, place, keymap, symbols.separator), ports.now());
		}

		visit.told.add(chord);
	};

	/** Gives whether the key does anything. `isTold` says that one that came at once with it does nothing, and was told. */
	const take = (chord: Chord, isTold = false): 'done' | 'dead' => {
		touch();
		if (state().view.question !== undefined) {
			ports.asking.answer(chord === 'y');
			return 'done';
		}

		if (ports.layout().kind === 'summary' && state().view.menu !== undefined) {
			// It went out of sight, and nobody takes what is not seen.
			actions.menuClosed();
		}

		const place = focusedPlace(state().view);
		visit = visit.place === place ? visit : {place, told: new Set()};
		const isTyped = isMenu(place) && isLetter(chord) && state().view.menu?.prompt.text !== '';
		const command = isTyped ? undefined : resolveChord(chord, place, keymap);
		if (command !== undefined) {
			run(command);
		} else if (isMenu(place)) {
			typeKeyInMenu(ports, chord, isCharacter(chord));
		} else if (place === 'prompt') {
			editText(ports, prompt => editPrompt(prompt, chord) ?? (isCharacter(chord) ? typeText(prompt, chord) : prompt));
		} else {
			tellDead(chord, place, isTold);
			return 'dead';
		}

		return 'done';
	};

	return {
		press(chord) {
			take(chord);
		},
		run,
		type(text) {
			let at = 0;
			let isTold = false;
			for (const character of text) {
				if (focusedPlace(state().view) === 'prompt') {
					// No character is a command there, so that all others are text: each alone would cost as much as all.
					const rest = text.slice(at);
					touch();
					editText(ports, prompt => typeText(prompt, rest));
					return;
				}

				isTold = take(character, isTold) === 'dead' || isTold;
				at += character.length;
			}
		},
		point(pointed) {
			touch();
			pointAt(ports, pointed);
		},
		paste(text) {
			touch();
			const place = focusedPlace(state().view);
			if (state().view.question !== undefined) {
				// A text that is pasted is no yes.
				ports.asking.answer(false);
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
