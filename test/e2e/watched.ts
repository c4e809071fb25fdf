import process from 'node:process';
import type {ScenarioName} from '../../source/simulator/world/scenarios.js';
import type {Simulator} from '../../source/simulator/server/server.js';
import {program} from '../helpers/program.js';
import {openScreen, type Screen} from '../helpers/screen.js';
import {simulate} from '../helpers/servers/simulate.js';
import {underShell} from '../helpers/under-shell.js';

export type WatchedOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly scenario?: ScenarioName;
	readonly args?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	/** Runs under a shell that tells whether the terminal was given back. */
	readonly isUnderShell?: boolean;
	/** Makes the line for the shell out of the command, such as the command with a redirection. */
	readonly line?: (command: string) => string;
	readonly rateLimit?: number;
	readonly seed?: number;
	/** No instance changes by itself, whatever the scenario does. */
	readonly isStill?: boolean;
};

export type Watched = AsyncDisposable & {
	readonly screen: Screen;
	readonly simulator: Simulator;
};

/** The built program in a pseudo-terminal, watching a simulated account over real HTTP. */
export async function watchSimulator({columns = 100, rows = 30, scenario = 'calm', args = [], env = {}, isUnderShell = false, line = command => command, rateLimit = 100_000, seed = 1, isStill = false}: WatchedOptions = {}): Promise<Watched> {
	const simulator = await simulate({scenario, rateLimit, seed});
	if (isStill) {
		holdStill(simulator);
	}

	const words = [program, '--url', simulator.url, '--interval', '1s', ...args];
	const [command, given] = isUnderShell
		? underShell(line([process.execPath, ...words].map(word => `'${word}'`).join(' ')))
		: [process.execPath, words] as const;
	const screen = openScreen(command, given, {columns, rows, env: {RYZE_TOKEN: simulator.token, XDG_CONFIG_HOME: '/none', ...env}});
	return {
		screen,
		simulator,
		async [Symbol.asyncDispose]() {
			await screen.close();
			await simulator.close();
		},
	};
}

/** A simulator of the same world at the address of one that was closed. */
export async function serveAgain({url}: Simulator): Promise<Simulator & AsyncDisposable> {
	return simulate({port: Number(new URL(url).port)});
}

/** Returns whether the fleet is on the screen and polling goes well. */
export function isLive(screen: Screen): boolean {
	// The position in the footer is the last thing a frame draws.
	return (screen.lines()[1]?.includes('live') ?? false) && / \d+\/\d+$/v.test(screen.lines().at(-1) ?? '');
}

/** Returns whether the title was pushed as often as it was popped (XTWINOPS): the stack is the terminal's own, and not seen. */
export function isTitleBack(screen: Screen): boolean {
	const [pushed, popped] = ['22', '23'].map(code => screen.bytes().split(`\u{1B}[${code};2t`).length - 1);
	return pushed === popped;
}

/** The row of the grid with that name, without the marker. */
export function rowOf(screen: Screen, name: string): string | undefined {
	return screen.lines().find(line => line.includes(` ${name} `))?.slice(2);
}

/** The line that is drawn inverse from its first cell to the last. */
export function selectedLine(screen: Screen): string | undefined {
	return screen.lines().find((line, row) => {
		const cells = screen.cells(row);
		return line.trim() !== '' && cells.every(({inverse}) => inverse);
	});
}

function holdStill({world}: Simulator): void {
	for (const {name, connection} of world.instances()) {
		if (typeof connection?.state === 'string') {
			world.set(name, {state: connection.state});
		}
	}
}
