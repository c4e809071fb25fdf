import {spawn} from 'node:child_process';

/** What the watcher runs. Its standard input ends with this process; a second line there says that there is nothing to end any longer. */
const script = 'read -r id && { read -r word || kill -TERM "$id"; }';

export type Watcher = {
	/** Names the process that is to end with this one. */
	readonly watch: (id: number) => void;
	readonly dismiss: () => void;
};

/**
Starts a small shell, in a session of its own, that ends another process where this one ends by what it cannot catch, such as SIGKILL. It is
there before that process is. Without a shell nothing is watched. `killWithUs` does the same for a group, but not on an old Node.
*/
export function startWatcher(): Watcher {
	const {stdin} = spawn('/bin/sh', ['-c', script], {
		cwd: '/', env: {LC_ALL: 'C'}, stdio: ['pipe', 'ignore', 'ignore'], detached: true,
	}).on('error', () => undefined);
	stdin.on('error', () => undefined);
	return {
		watch(id) {
			stdin.write(`${id}\n`);
		},
		dismiss() {
			stdin.end('ended\n');
		},
	};
}
