/**
Brings a screen that another program may have changed into the state that a frame is drawn in, and erases it: the usual characters (SI),
no style (SGR), all lines scroll (DECSTBM), lines are counted from the first (DECOM), characters replace others (IRM), a long line
wraps (DECAWM), the cursor is at home (CUP). Every terminal since the VT102 knows these, or ignores them.

The character sets themselves are not selected anew (`ESC ( B`), since Emacs' `term` would print that.
*/
export const resetScreen = '\u{F}\u{1B}[0m\u{1B}[r\u{1B}[?6l\u{1B}[4l\u{1B}[?7h\u{1B}[H\u{1B}[2J';

/** Switches on what the monitor uses beside the screen, which another program may have switched off: no cursor, marked pastes. */
export const ownModes = '\u{1B}[?25l\u{1B}[?2004h';
