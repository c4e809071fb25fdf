import type {MonitorOptions} from '../config/settings/monitor.js';

/** Whether each of the streams that the monitor needs is a terminal. */
export type Terminals = {
	readonly stdin: boolean;
	readonly stdout: boolean;
};

/** Gives problems where standard input or output is no terminal, and names the commands that need none. */
export function findMissingTerminal({stdin, stdout}: Terminals, {source}: Pick<MonitorOptions, 'source'>): readonly string[] {
	if (stdin && stdout) {
		return [];
	}

	const missing = stdin || stdout
		? `${stdin ? 'standard output' : 'standard input'} is not one`
		: 'neither standard input nor standard output is one';
	return [
		`The monitor needs a terminal, and ${missing}.`,
		source.kind === 'demo'
			? 'For a script there are ryzetop list --demo and ryzetop watch --demo; ryzetop simulate serves the simulated account.'
			: 'For a script there are ryzetop list, watch, wait and check.',
	];
}
