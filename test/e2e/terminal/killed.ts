import assert from 'node:assert/strict';
import {untouchedModes} from '../../helpers/modes.js';
import {
	descendantsOf,
	isAlive,
	until,
	type Listed,
} from '../../helpers/processes.js';
import type {Screen} from '../../helpers/screen.js';
import {isTitleBack, type Watched} from '../watched.js';

/** The process of the monitor under the shell of a watched screen, and those that it has started. */
export type MonitorProcesses = {readonly monitor: number; readonly children: readonly Listed[]};

/**
A line for the shell that runs a command and waits for a second at most until the terminal has its settings back: the guardian sets them
some milliseconds after the end of the monitor, when the shell goes on already. One setting is unusual, so that no default would do.
*/
export function waitForSettings(command: string): string {
	const look = 'while [ $left -gt 0 ] && [ "$before" != "$(stty -g)" ]; do left=$((left - 1)); sleep 0.02; done';
	return `stty -ixon; before=$(stty -g); ${command}; code=$?; left=50; ${look}; (exit $code)`;
}

/**
A line for the shell that runs a command and waits for Enter, which is typed when the guardian has ended. Node itself sets the settings back
where a fault of its memory ends it (SIGSEGV, SIGBUS), so that they do not tell when the guardian is done.
*/
export function waitForEnter(command: string): string {
	return `stty -ixon; before=$(stty -g); ${command}; code=$?; read -r _; (exit $code)`;
}

/** Waits until the guardian of the monitor runs, and gives their processes. */
export async function awaitGuardian({screen}: Pick<Watched, 'screen'>): Promise<MonitorProcesses & {readonly guardian: number}> {
	let found: (MonitorProcesses & {readonly guardian: number}) | undefined;
	await until(() => {
		const processes = descendantsOf(screen.pid);
		const guardian = processes.find(({command}) => command.includes('ryzetop-guardian'));
		found = guardian && {monitor: guardian.parent, children: processes.filter(({parent}) => parent === guardian.parent), guardian: guardian.id};
		return found !== undefined;
	});
	return found ?? assert.fail();
}

/** Asserts that the terminal is as it was: its settings, once the shell has told them, its modes, its title. */
export function assertGivenBack(screen: Screen, code: number | string, when = ''): void {
	assert.match(screen.text(), new RegExp(String.raw`TTY-SAME\nCODE=${code}\b`, 'v'), when);
	assert.deepEqual(screen.modes(), untouchedModes, when);
	assert.ok(isTitleBack(screen), `${when}: the title`);
}

/** Waits until the processes have ended, as the guardian does a moment after the monitor. */
export async function awaitEnds(ids: readonly number[]): Promise<void> {
	await until(() => ids.every(id => !isAlive(id)));
}
