/**
Brings a screen that another program may have changed into the state that a frame is drawn in, and erases it: the usual characters (SI),
no style (SGR), all lines scroll (DECSTBM), lines are counted from the first (DECOM), characters replace others (IRM), a long line
wraps (DECAWM), the cursor is at home (CUP). Every terminal since the VT102 knows these, or ignores them.

The character sets themselves are not selected anew (`ESC ( B`), since Emacs' `term` would print that.
*/
export const resetScreen = '\u{F}\u{1B}[0m\u{1B}[r\u{1B}[?6l\u{1B}[4l\u{1B}[?7h\u{1B}[H\u{1B}[2J';

/** Switches on what the monitor uses beside the screen, which another program may have switched off: no cursor, marked pastes. */
export const ownModes = '\u{1B}[?25l\u{1B}[?2004h';

/**
Switches off what a program that had the terminal may have left on when it crashed or was killed: the mouse, reports of the focus, other
codes for the arrow keys, characters for lines in place of letters (Emacs' `term` does not know those), few lines that scroll, inserting,
and long lines that do not wrap. The cursor stays where it is; DECOM, which would move it, is left to `resetScreen`. What a program pushed
on the stack of the keyboard's modes (kitty) is for the screen that it was on, and the keys are understood all the same.
*/
export function strayModesOff(term: string | undefined): string {
	const letters = term?.startsWith('eterm') === true ? '' : '\u{1B}(B';
	return `\u{F}${letters}\u{1B}[?1l\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1004l\u{1B}[?1006l\u{1B}[4l\u{1B}[?7h\u{1B}7\u{1B}[r\u{1B}8`;
}
