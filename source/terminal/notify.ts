import type {SafeText} from '../core/text/sanitize.js';
import type {Environment} from '../core/text/environment.js';
import {detectTerminal, withoutInherited} from './detect.js';

const bell = '\u{7}';

/** Rings the terminal's bell. Inside tmux this also sets the bell flag of the window. */
export function ringBell(write: (text: string) => void): void {
	write(bell);
}

/** Terminals that support OSC 777, by the beginning of `TERM` and by `TERM_PROGRAM`. */
const osc777Names = /^(?:rxvt|foot|contour|wezterm|xterm-ghostty)/v;
const osc777Programs: ReadonlySet<string> = new Set(['WezTerm', 'ghostty', 'contour']);

/**
Shows a notification on the desktop through the terminal. A terminal does not report whether it showed one.

OSC 777 has separate parameters for title and body. It comes from rxvt; foot, WezTerm, Ghostty and Contour support it,
and so does VTE in the distributions that build it with it. All other terminals get OSC 9, which comes from iTerm2
and which kitty, VS Code and Warp support; it has no effect in a terminal that supports neither.
tmux and GNU screen pass neither on in their default settings, so that the bell rings there. Where their variables may be inherited from
another terminal, the bell rings and the terminal is told as well.
*/
export function notify(write: (text: string) => void, env: Environment, title: SafeText, body: SafeText): void {
	const outer = withoutInherited(env);
	const texts = (outer === undefined ? [env] : [env, outer]).map(each => describeNotification(each, title, body));
	write([...new Set(texts)].join(''));
}

function describeNotification(env: Environment, title: SafeText, body: SafeText): string {
	switch (detectTerminal(env)) {
		case 'plain': {
			return '';
		}

		case 'tmux':
		case 'screen':
		case 'multiplexed': {
			return bell;
		}

		case 'vte': {
			return osc777(title, body);
		}

		case 'other': {
			const hasOsc777 = osc777Names.test(env.TERM ?? '') || osc777Programs.has(env.TERM_PROGRAM ?? '');
			return hasOsc777 ? osc777(title, body) : osc9(title, body);
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
