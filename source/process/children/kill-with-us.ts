import {spawn} from 'node:child_process';
import {platform} from 'node:os';

/**
What the watcher runs, in the `sh` of POSIX. Its standard input is a pipe that only this process holds, and that ends with it: then the
group of processes is killed. A line says that there is nothing to kill any longer. Not every `sh` knows `--` or `-s` here.
*/
const script = 'read -r word || kill -KILL "-$1"';

/** POSIX has a shell there in practice. */
const usualShell = '/bin/sh';

/**
Kills the group of processes where this process ends by what it cannot catch, such as SIGKILL or a heap that is too small: a small shell in
a session of its own waits for that. The returned function calls it off.

Where there is no shell, or no further process may be started, nothing is watched, and nothing is said.
*/
export function killWithUs(group: number, shell: string = usualShell): () => void {
	if (platform() === 'win32') {
		return () => undefined;
	}

	try {
		const watcher = spawn(shell, ['-c', script, 'ryzetop-command-watcher', String(group)], {
			cwd: '/', env: {LC_ALL: 'C'}, stdio: ['pipe', 'ignore', 'ignore'], detached: true,
		});
		const {stdin} = watcher;
		watcher.on('error', () => undefined);
		// It fails where the watcher was killed.
		stdin.on('error', () => undefined);
		watcher.unref();
		if ('unref' in stdin && typeof stdin.unref === 'function') {
			Reflect.apply(stdin.unref, stdin, []);
		}

		return () => {
			stdin.end('ended\n');
		};
	} catch {
		return () => undefined;
	}
}
