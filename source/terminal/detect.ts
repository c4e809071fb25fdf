import type {Environment} from '../core/text/environment.js';

/**
What kind of terminal this is, as far as its environment tells:
`plain` understands no control strings and would print them; `tmux` and `screen` are those multiplexers on this machine; `multiplexed` is one of them on another machine, which cannot be spoken to; `vte` is GNOME's library in whatever program.
*/
export type TerminalKind = 'plain' | 'tmux' | 'screen' | 'multiplexed' | 'vte' | 'other';

/** Of programs started from one another, `TERM` names the innermost; all other variables are inherited by whatever is started inside. */
export function detectTerminal({TERM: name = '', TERM_PROGRAM: program = '', TMUX: tmux = '', STY: screen = '', VTE_VERSION: vte = ''}: Environment): TerminalKind {
	if (/^(?:dumb|unknown|linux.*|cons.*|vt\d.*)?$/v.test(name)) {
		return 'plain';
	}

	if (tmux !== '') {
		return 'tmux';
	}

	if (screen !== '') {
		return 'screen';
	}

	if (/^(?:tmux|screen)/v.test(name)) {
		return 'multiplexed';
	}

	return vte !== '' && program === '' && /^(?:xterm|xterm-256color|vte.*|gnome.*)$/v.test(name) ? 'vte' : 'other';
}
