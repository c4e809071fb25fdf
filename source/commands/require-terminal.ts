import type {MonitorOptions} from '../config/settings/monitor.js';

/** Which of the streams the monitor needs are terminals. */
export type Terminals = {
	readonly stdin: boolean;
	readonly stdout: boolean;
};

/** What is wrong when the monitor is started without a terminal for its keys and its picture, and what does the work where there is none. Nothing is wrong with both. */
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
