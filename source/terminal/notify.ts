import type {SafeText} from '../core/text/sanitize.js';
import type {Environment} from '../core/text/environment.js';
import {detectTerminal} from './detect.js';

/** Rings the terminal's bell; tmux makes a flag of its window from it. */
export function ringBell(write: (text: string) => void): void {
	write('\u{7}');
}

/** Terminals that take OSC 777, by the beginning of `TERM` and by `TERM_PROGRAM`. */
const partsByName = /^(?:rxvt|foot|contour|wezterm|xterm-ghostty)/v;
const partsByProgram: ReadonlySet<string> = new Set(['WezTerm', 'ghostty', 'contour']);

/**
Shows a notification on the desktop through the terminal. OSC 777 carries title and body apart; it is rxvt's, and VTE's where the distribution builds it in, and foot, WezTerm, Ghostty and Contour take it. All others get iTerm2's OSC 9, which kitty, VS Code and Warp take as well, and which does nothing in those that take neither. tmux and screen let neither through in their default settings: there the bell rings. Whether anything was shown cannot be known.
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
			write(notificationInParts(title, body));
			break;
		}

		case 'other': {
			const isTakesParts = partsByName.test(env.TERM ?? '') || partsByProgram.has(env.TERM_PROGRAM ?? '');
			write(isTakesParts ? notificationInParts(title, body) : `\u{1B}]9;${withoutSeparators(title)}: ${withoutSeparators(body)}\u{7}`);
			break;
		}
	}
}

function notificationInParts(title: SafeText, body: SafeText): string {
	return `\u{1B}]777;notify;${withoutSeparators(title)};${withoutSeparators(body)}\u{7}`;
}

/** A semicolon would end a parameter: after OSC 9, ConEmu and Windows Terminal read a number and a semicolon as another command. */
function withoutSeparators(text: SafeText): string {
	return text.replaceAll(';', ',');
}
