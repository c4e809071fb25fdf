import {existsSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {Fleet} from './fleet.js';
import {startProgram, type Program} from './program.js';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export const ryzetop = path('../dist/cli.js');
const plain = path('plain/dist/monitor.js');
const htop = '/usr/bin/htop';

/** Program that is measured: ryzetop, the plain monitor that it is compared with, and htop. */
export type Contestant = 'ryzetop' | 'plain' | 'htop';

/** Size of the terminal in cells, and the time between two polls in milliseconds. */
export type Screen = {
	readonly columns: number;
	readonly rows: number;
	readonly interval: number;
};

/** Whether a program is installed. */
export function isThere(contestant: Contestant): boolean {
	return contestant !== 'htop' || existsSync(htop);
}

/** Starts a program that monitors a fleet; htop shows the processes of this machine instead. `more` has more arguments of ryzetop. */
export function startContestant(
	contestant: Contestant,
	{url, token}: Pick<Fleet, 'url' | 'token'>,
	{columns, rows, interval}: Screen,
	more: readonly string[] = [],
): Program {
	const env = {RYZE_URL: url, RYZE_TOKEN: token};
	switch (contestant) {
		case 'ryzetop': {
			return startProgram({
				command: process.execPath, args: [ryzetop, '--interval', `${interval / 1000}s`, ...more], columns, rows, env,
			});
		}

		case 'plain': {
			return startProgram({
				command: process.execPath, args: [plain, String(interval)], columns, rows, env,
			});
		}

		case 'htop': {
			return startProgram({
				command: htop, args: ['--delay', String(interval / 100)], columns, rows,
			});
		}
	}
}

/** Makes the condition for the first full grid: 20 of the fleet's names are written, or all where the fleet is smaller. */
export function showsGrid({names}: Pick<Fleet, 'names'>): (text: string) => boolean {
	const required = Math.min(20, names.length);
	return text => names.filter(name => text.includes(name)).length >= required;
}
