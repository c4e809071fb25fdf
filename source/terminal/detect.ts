import type {Environment} from '../core/text/environment.js';

/**
The kind of terminal that the environment describes:
`plain` understands no control strings and would print them, as Emacs' `term` (`eterm`) does; `tmux` and `screen` are those multiplexers on
this machine; `multiplexed` is one of them on another machine, whose server cannot be reached; `vte` is a terminal with GNOME's library VTE.
*/
export type TerminalKind = 'plain' | 'tmux' | 'screen' | 'multiplexed' | 'vte' | 'other';

/**
The environment without the variables of tmux and screen, where another terminal may have inherited them, which was started from a pane:
it names a program of its own, or does not describe itself as a terminal of theirs. Both are also so where somebody sets them in a pane, so
that neither shows which it is. `undefined` where nothing is inherited.
*/
export function withoutInherited(env: Environment): Environment | undefined {
	const {TERM: name = '', TERM_PROGRAM: program = '', TMUX: tmux = '', STY: screen = ''} = env;
	const isForeign = program === '' ? !/^(?:tmux|screen)/v.test(name) : program !== 'tmux';
	return (tmux !== '' || screen !== '') && isForeign ? {...env, TMUX: '', STY: ''} : undefined;
}

/**
Finds the kind of terminal. Where one terminal program was started inside another, `TERM` describes the innermost one,
while the other variables can be inherited from an outer one.
*/
export function detectTerminal(env: Environment): TerminalKind {
	const {TERM: name = '', TERM_PROGRAM: program = '', TMUX: tmux = '', STY: screen = '', VTE_VERSION: vte = ''} = env;
	if (/^(?:dumb|unknown|eterm.*|linux.*|cons.*|vt\d.*)?$/v.test(name)) {
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
