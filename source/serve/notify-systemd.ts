import {spawn} from 'node:child_process';
import process from 'node:process';
import type {Environment} from '../core/text/environment.js';

/** What systemd is told, where it started the program and wants to know. */
export type SystemdNotifier = {
	/** The program does its work. */
	readonly ready: (status: string) => void;
	/** The program ends: there are no more signs of life. */
	readonly stopping: () => void;
};

export type NotifyOptions = {
	readonly environment: Environment;
	/** Whether the program does what it is for. As long as it does not, it gives no sign of life, and systemd starts it anew in time. */
	readonly isWell: () => boolean;
	readonly say: (words: string) => void;
};

/**
Tells systemd through `systemd-notify`, since Node opens no datagram sockets of Unix. Without `NOTIFY_SOCKET` it does nothing.
The unit needs `NotifyAccess=all`, for the word comes from another process.
*/
export function createSystemdNotifier({environment, isWell, say}: NotifyOptions): SystemdNotifier {
	const {NOTIFY_SOCKET: socket = '', PATH: path = ''} = environment;
	let hasFailed = false;
	let timer: NodeJS.Timeout | undefined;

	const tell = (...words: readonly string[]) => {
		const child = spawn('systemd-notify', words, {stdio: 'ignore', env: {PATH: path, NOTIFY_SOCKET: socket}});
		child.unref();
		child.on('error', () => {
			if (hasFailed) {
				return;
			}

			hasFailed = true;
			say('systemd cannot be told how this is going: there is no systemd-notify.');
		});
	};

	return {
		ready(status) {
			if (socket === '') {
				return;
			}

			tell('--ready', `--status=${status}`);
			const every = watchdogEvery(environment);
			if (every !== undefined && timer === undefined) {
				timer = setInterval(() => {
					if (isWell()) {
						tell('WATCHDOG=1');
					}
				}, every);
			}
		},
		stopping() {
			clearInterval(timer);
			if (socket !== '') {
				tell('STOPPING=1');
			}
		},
	};
}

/** Half the time that systemd waits for a sign of life, in milliseconds, as it advises; `undefined` where it awaits none of this one. */
function watchdogEvery({WATCHDOG_USEC: limit = '', WATCHDOG_PID: pid = ''}: Environment): number | undefined {
	const microseconds = Number(limit);
	return microseconds > 0 && (pid === '' || pid === String(process.pid)) ? Math.max(100, microseconds / 2000) : undefined;
}
