import type {Environment} from '../../core/text/environment.js';
import {mouseOff} from '../mouse.js';
import {isTitled, restoreTitle} from '../title.js';

/** Bracketed paste off. A shell switches it on at its prompt, and off when it starts a program. */
export const shellModes = '\u{1B}[?2004l';

/** No sequence that is not over, no frame that is held back, no style, the main screen, the cursor. */
const screenOfShell = '\u{18}\u{1B}[?2026l\u{1B}[0m\u{1B}[?1049l\u{1B}[?25h';

/**
Does the same where a program was killed that had the terminal. The place of the cursor is noted before (DECSC), for its screen alone, so
that it stays there where the program was on the main screen.
*/
export const screenOfProgramBack = `\u{1B}7${screenOfShell}`;

/**
What gives the screen back from wherever the monitor was stopped, maybe within a sequence, which CAN cancels: no frame that is held back
(synchronized output), no style, no mouse, the main screen, the cursor, the former title. Pushes and pops of the keyboard's modes (kitty)
belong to a screen, and end with the alternate one.
*/
export function screenBack(env: Environment, hasMouse = false): string {
	return `${screenOfShell}${hasMouse ? mouseOff : ''}${isTitled(env) ? restoreTitle : ''}`;
}
