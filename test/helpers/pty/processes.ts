import process from 'node:process';
import {freshStateHome} from './state-home.js';

/**
No CI, COLORTERM, NO_COLOR or tmux: a program must not draw otherwise because of where the tests run. The state folder is another one at
each call; a test that starts a program again over the same memory gives both the same `XDG_STATE_HOME`.
*/
export function cleanEnvironment(): Record<string, string> {
	return Object.fromEntries([
		['PATH', process.env.PATH ?? '/usr/bin:/bin'],
		['HOME', process.env.HOME ?? '/'],
		['XDG_STATE_HOME', freshStateHome()],
		['LANG', 'C.UTF-8'],
		['TERM', 'xterm-256color'],
	]);
}

/** Signals a group of processes. One that has just started has no group yet, and one that has just ended has neither. */
export function signalGroup(pid: number, signal: NodeJS.Signals) {
	for (const target of [-pid, pid]) {
		try {
			process.kill(target, signal);
			return;
		} catch {}
	}
}
