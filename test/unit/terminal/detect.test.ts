import assert from 'node:assert/strict';
import test from 'node:test';
import {detectTerminal, type TerminalKind} from '../../../source/terminal/detect.js';
import type {Environment} from '../../../source/core/text/environment.js';

function check(kind: TerminalKind, environments: readonly Environment[]): void {
	for (const env of environments) {
		assert.equal(detectTerminal(env), kind, JSON.stringify(env));
	}
}

test('a terminal that would print control strings is told nothing but text, wherever it runs', () => {
	check('plain', [{}, {TERM: ''}, {TERM: 'dumb'}, {TERM: 'dumb', TMUX: '/tmp/tmux-0/default,1,0'}, {TERM: 'linux'}, {TERM: 'linux-16color'}, {TERM: 'eterm-color'}, {TERM: 'eterm'}, {TERM: 'vt100'}, {TERM: 'unknown'}]);
});

test('the multiplexer of this machine is known by its variable, one of another machine by the name it gives itself', () => {
	check('tmux', [{TERM: 'tmux-256color', TMUX: '/tmp/tmux-0/default,1,0', TERM_PROGRAM: 'tmux'}, {TERM: 'screen', TMUX: '/tmp/tmux-0/default,1,0', VTE_VERSION: '7600'}]);
	check('screen', [{TERM: 'screen.xterm-256color', STY: '1.pts-0.host'}]);
	check('multiplexed', [{TERM: 'tmux-256color', TMUX: ''}, {TERM: 'screen-256color', STY: ''}, {TERM: 'screen', VTE_VERSION: '7600'}]);
});

test('what a terminal of GNOME\'s leaves to a terminal started from it does not make that one GNOME\'s', () => {
	check('vte', [{TERM: 'xterm-256color', VTE_VERSION: '7600'}, {TERM: 'vte-256color', VTE_VERSION: '5202'}]);
	check('other', [{TERM: 'xterm-kitty', VTE_VERSION: '7600'}, {TERM: 'xterm-256color', VTE_VERSION: '7600', TERM_PROGRAM: 'WezTerm'}, {TERM: 'xterm-256color'}]);
});
