import {readFileSync} from 'node:fs';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';

/** A stop that took less than this, in milliseconds, was none: the system stops no process that nobody could continue. */
const shortestStop = 2;

/**
In milliseconds. A signal that ends the process comes with the one that continues it, maybe on another thread, and needs some time: a stop
that comes before the end holds the process for good.
*/
const afterStop = 50;

/**
Stops the job while another program has the terminal, as the system does with a program in the background that changes the terminal's
settings. That change itself is begun again as soon as the program goes on, and so stops it before a `kill` of the job can end it. It has to
do where nothing tells who has the terminal.
*/
export async function stopInBackground(): Promise<void> {
	let wasStopped = true;
	while (wasStopped && isInBackground()) {
		const before = performance.now();
		process.kill(0, 'SIGTTOU');
		wasStopped = performance.now() - before >= shortestStop;
		// eslint-disable-next-line no-await-in-loop -- it is stopped again and again
		await setTimeout(afterStop);
	}
}

/** Whether the terminal is that of another group of processes. */
export function isInBackground(): boolean {
	try {
		// The name of the program, in parentheses, may have blanks and parentheses itself.
		const {group, front} = /^.*\) \w \d+ (?<group>\d+) \d+ \d+ (?<front>-?\d+)/v.exec(readFileSync('/proc/self/stat', 'utf8'))?.groups ?? {};
		return Number(front) > 0 && front !== group;
	} catch {
		return false;
	}
}
