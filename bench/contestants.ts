import {existsSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {Fleet} from './fleet.js';
import {startProgram, type Program} from './program.js';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export const ryzetop = path('../dist/cli.js');
const plainMonitor = path('plain/dist/monitor.js');
const htopProgram = '/usr/bin/htop';

/** A built tree of this project: `ryzetop`, the one that the benchmark is in, or `before`, another that is measured beside it. */
export type Tree = {readonly name: 'ryzetop' | 'before'; readonly cli: string};

/** Size of the terminal in cells, and the time between two polls in milliseconds. */
export type Screen = {
	readonly columns: number;
	readonly rows: number;
	readonly interval: number;
};

export const wide: Screen = {columns: 200, rows: 50, interval: 2000};

type Served = Pick<Fleet, 'url' | 'token' | 'names'>;

/** Monitor that is measured, and how it is started over a fleet; `more` has more arguments of ryzetop. */
export type Contestant = {
	readonly name: string;
	readonly start: (fleet: Served, screen: Screen, more?: readonly string[]) => Program;
	/** Waits for the first full grid, or for the first screen of htop, and tells after how many milliseconds it came. */
	readonly waitForScreen: (program: Program, fleet: Served) => Promise<number>;
};

const waitForGrid: Contestant['waitForScreen'] = async (program, fleet) => program.until(showsGrid(fleet), 'the first grid');

/** The monitor of a tree, which can be started with the accounts of a config file too. */
export function monitorOf({name, cli}: Tree): Contestant & {readonly startWith: (screen: Screen, more: readonly string[]) => Program} {
	const start = ({columns, rows, interval}: Screen, more: readonly string[], env: Readonly<Record<string, string>> = {}) => startProgram({
		command: process.execPath, args: [cli, '--interval', `${interval / 1000}s`, ...more], columns, rows, env,
	});
	return {
		name,
		start: ({url, token}, screen, more = []) => start(screen, more, {RYZE_URL: url, RYZE_TOKEN: token}),
		startWith: (screen, more) => start(screen, more),
		waitForScreen: waitForGrid,
	};
}

/** What an hour's work with Ink, a table component and `fetch` would give. */
export const plain: Contestant = {
	name: 'plain',
	start: ({url, token}, {columns, rows, interval}) => startProgram({
		command: process.execPath, args: [plainMonitor, String(interval)], columns, rows, env: {RYZE_URL: url, RYZE_TOKEN: token},
	}),
	waitForScreen: waitForGrid,
};

/** Shows the processes of this machine instead of a fleet; none where it is not installed. */
export const htop: readonly Contestant[] = existsSync(htopProgram)
	? [{
		name: 'htop',
		start: (_fleet, {columns, rows, interval}) => startProgram({
			command: htopProgram, args: ['--delay', String(interval / 100)], columns, rows,
		}),
		waitForScreen: async program => program.until(text => text.includes('PID'), 'the first screen'),
	}]
	: [];

/** Makes the condition for the first full grid: 20 of the fleet's names are written, or all where the fleet is smaller. */
export function showsGrid({names}: Pick<Fleet, 'names'>): (text: string) => boolean {
	const required = Math.min(20, names.length);
	return text => names.filter(name => text.includes(name)).length >= required;
}
