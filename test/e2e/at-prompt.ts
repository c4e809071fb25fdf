import process from 'node:process';
import {program} from '../helpers/program.js';
import {openScreen, type Screen} from '../helpers/screen.js';
import {simulate} from '../helpers/servers/simulate.js';

/** A monitor that a person started at the prompt of a shell, which controls jobs. */
export type AtPrompt = AsyncDisposable & {readonly screen: Screen};

/** Whether the last line that is not empty is the shell's prompt. */
export function isAtPrompt(screen: Screen): boolean {
	return screen.text().trimEnd().endsWith('prompt>');
}

/** Starts a monitor over a simulator at the prompt of bash. */
export async function startAtPrompt(...args: readonly string[]): Promise<AtPrompt> {
	const simulator = await simulate();
	const screen = openScreen('bash', ['--norc', '-i'], {columns: 100, rows: 30, env: {RYZE_TOKEN: simulator.token, PS1: 'prompt> '}});
	await screen.waitFor(() => isAtPrompt(screen), 'the shell');
	screen.write(`'${process.execPath}' '${program}' --url ${simulator.url} ${args.join(' ')}\r`);
	return {
		screen,
		async [Symbol.asyncDispose]() {
			await screen[Symbol.asyncDispose]();
			await simulator[Symbol.asyncDispose]();
		},
	};
}
