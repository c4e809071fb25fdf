import type {MonitorOptions} from '../config/settings/monitor.js';

/** Whether each of the streams that the monitor needs is a terminal, and whether that understands no control sequences. */
export type Terminals = {
	readonly stdin: boolean;
	readonly stdout: boolean;
	readonly isDumb: boolean;
};

/** Gives problems where standard input or output is no terminal that can be drawn on, and names the commands that need none. */
export function findMissingTerminal(terminals: Terminals, {sources}: Pick<MonitorOptions, 'sources'>): readonly string[] {
	const problem = describeMissing(terminals);
	return problem === undefined
		? []
		: [
			problem,
			sources[0].kind === 'demo'
				? 'For a script there are ryzetop list --demo and ryzetop watch --demo; ryzetop simulate serves the simulated account.'
				: 'For a script there are ryzetop list, watch, wait and check.',
		];
}

function describeMissing({stdin, stdout, isDumb}: Terminals): string | undefined {
	if (stdin && stdout) {
		return isDumb ? 'The monitor needs a terminal that it can draw on, and TERM says that this one is dumb.' : undefined;
	}

	const missing = stdin || stdout
		? `${stdin ? 'standard output' : 'standard input'} is not one`
		: 'neither standard input nor standard output is one';
	return `The monitor needs a terminal, and ${missing}.`;
}
