import process from 'node:process';

/** No CI, COLORTERM, NO_COLOR or tmux: a program must not draw otherwise because of where the tests run. */
export function cleanEnvironment(): Record<string, string> {
	return Object.fromEntries([
		['PATH', process.env.PATH ?? '/usr/bin:/bin'],
		['HOME', process.env.HOME ?? '/'],
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
