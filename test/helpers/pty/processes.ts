import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** No CI, COLORTERM, NO_COLOR or tmux: a program must not draw otherwise because of where the tests run. */
export function cleanEnvironment(): Record<string, string> {
	return Object.fromEntries([
		['PATH', process.env.PATH ?? '/usr/bin:/bin'],
		['HOME', process.env.HOME ?? '/'],
		// What a developer's own monitor remembers is not for tests.
		['XDG_STATE_HOME', stateFolder()],
		['LANG', 'C.UTF-8'],
		['TERM', 'xterm-256color'],
	]);
}

let folder: string | undefined;

/** A folder for the state of the programs that this process starts. It is removed when this process ends. */
export function stateFolder(): string {
	if (folder === undefined) {
		const made = mkdtempSync(path.join(tmpdir(), 'ryzetop-state-'));
		folder = made;
		process.on('exit', () => {
			rmSync(made, {recursive: true, force: true});
		});
	}

	return folder;
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
