import type {MonitorOptions} from './monitor-options.js';

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
			? 'For the simulated account in a script, serve it with: ryzetop simulate'
			: `For one answer in a script: curl -H "token: $RYZE_TOKEN" ${quoteForShell(`${source.url}/api/instance/list`)}`,
	];
}

/** The address is somebody's own, but it may have signs in it that mean something to a shell. */
function quoteForShell(url: string): string {
	return /^[\w%\-.\/:~]+$/v.test(url) ? url : `'${url.replaceAll('\'', '%27')}'`;
}
