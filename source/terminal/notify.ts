import type {SafeText} from '../core/text.js';

/** Rings the terminal's bell; tmux makes a flag of its window from it. */
export function ringBell(write: (text: string) => void): void {
	write('\u{7}');
}

/**
Shows a notification on the desktop through the terminal: OSC 777 where the terminal descends from rxvt or VTE, OSC 9 where it took over iTerm2's. Inside tmux or screen neither gets through in default settings, so nothing is written. Whether the terminal shows it cannot be known.
*/
export function notify(write: (text: string) => void, env: Readonly<Record<string, string | undefined>>, title: SafeText, body: SafeText): void {
	const {TERM = '', TERM_PROGRAM: program = '', TMUX: tmux = '', VTE_VERSION: vte = ''} = env;
	if (tmux !== '' || /^(?:dumb|linux|screen.*|tmux.*)?$/v.test(TERM)) {
		return;
	}

	const isTakesParts = vte !== '' || /^(?:rxvt|foot)/v.test(TERM) || program === 'WezTerm' || program === 'ghostty';
	write(isTakesParts ? `\u{1B}]777;notify;${title.replaceAll(';', ',')};${body.replaceAll(';', ',')}\u{7}` : `\u{1B}]9;${title}: ${body}\u{7}`);
}
