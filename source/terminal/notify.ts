import type {SafeText} from '../core/text/sanitize.js';
import type {Environment} from '../core/text/environment.js';
import {detectTerminal} from './detect.js';

/** Rings the terminal's bell. Inside tmux this also sets the bell flag of the window. */
export function ringBell(write: (text: string) => void): void {
	write('\u{7}');
}

/** Terminals that support OSC 777, by the beginning of `TERM` and by `TERM_PROGRAM`. */
const osc777Names = /^(?:rxvt|foot|contour|wezterm|xterm-ghostty)/v;
const osc777Programs: ReadonlySet<string> = new Set(['WezTerm', 'ghostty', 'contour']);

/**
Shows a notification on the desktop through the terminal. A terminal does not report whether it showed one.

OSC 777 has separate parameters for title and body. It comes from rxvt; foot, WezTerm, Ghostty and Contour support it,
and so does VTE in the distributions that build it with it. All other terminals get OSC 9, which comes from iTerm2
and which kitty, VS Code and Warp support; it has no effect in a terminal that supports neither.
tmux and GNU screen pass neither on in their default settings, so that the bell rings there.
*/
export function notify(write: (text: string) => void, env: Environment, title: SafeText, body: SafeText): void {
	switch (detectTerminal(env)) {
		case 'plain': {
			break;
		}

		case 'tmux':
		case 'screen':
		case 'multiplexed': {
			ringBell(write);
			break;
		}

		case 'vte': {
			write(osc777(title, body));
			break;
		}

		case 'other': {
			const hasOsc777 = osc777Names.test(env.TERM ?? '') || osc777Programs.has(env.TERM_PROGRAM ?? '');
			write(hasOsc777 ? osc777(title, body) : osc9(title, body));
			break;
		}
	}
}

function osc777(title: SafeText, body: SafeText): string {
	return `\u{1B}]777;notify;${replaceSemicolons(title)};${replaceSemicolons(body)}\u{7}`;
}

function osc9(title: SafeText, body: SafeText): string {
	return `\u{1B}]9;${replaceSemicolons(title)}: ${replaceSemicolons(body)}\u{7}`;
}

/**
A semicolon would end a parameter of OSC 777. After OSC 9, ConEmu and Windows Terminal read a number and a semicolon
as another command.
*/
function replaceSemicolons(text: SafeText): string {
	return text.replaceAll(';', ',');
}
