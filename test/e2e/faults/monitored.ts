import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {AnsweredRequest, Simulator} from '../../../source/simulator/server/server.js';
import {program} from '../../helpers/program.js';
import {openScreen, type Screen} from '../../helpers/screen.js';
import {simulate} from '../../helpers/servers/simulate.js';

export type MonitoredOptions = {
	/** The address the monitor asks; the simulator's own unless given. */
	readonly url?: (simulator: Simulator) => string;
	readonly env?: Readonly<Record<string, string>>;
	/** The time for the whole of an answer. */
	readonly timeout?: string;
	/** A module of this folder, loaded before the program. */
	readonly preload?: 'short-waits' | 'own-names';
};

/** The built program in a pseudo-terminal, polling a simulated account as often as it may. */
export type Monitored = AsyncDisposable & {
	readonly screen: Screen;
	readonly simulator: Simulator;
	/** The paths that were asked for, each once. */
	readonly paths: () => ReadonlySet<string>;
};

/** Starts a monitor that is to be led through faults; resolves once it is live. */
export async function monitor({url = simulator => simulator.url, env = {}, timeout = '1s', preload}: MonitoredOptions = {}): Promise<Monitored> {
	const paths = new Set<string>();
	const simulator = await simulate({
		rateLimit: 1_000_000, onRequest({path}: AnsweredRequest) {
			paths.add(path);
		},
	});
	const loaded = preload === undefined ? [] : ['--import', fileURLToPath(new URL(`${preload}.ts`, import.meta.url))];
	// Wide enough for any trouble's words but not for a detail beside the grid, and high enough for a row of each instance twice.
	const screen = openScreen(process.execPath, [...loaded, program, '--url', url(simulator), '--interval', '1s', '--timeout', timeout], {
		columns: 138, rows: 50, env: {RYZE_TOKEN: simulator.token, ...env},
	});
	const close = async () => {
		await screen.close();
		await simulator.close();
	};

	try {
		await screen.waitFor(isLive, 'the first answer');
	} catch (error) {
		await close();
		throw error;
	}

	return {
		screen, simulator, paths: () => paths, [Symbol.asyncDispose]: close,
	};
}

/** The line that tells how polling goes. */
export function healthOf(screen: Screen): string {
	return screen.lines()[1] ?? '';
}

/** Returns whether the header says `live`, with the time of the data. */
export function isLive(screen: Screen): boolean {
	return /^ live · (?:no such instance · )?\d\d:\d\d:\d\d/v.test(healthOf(screen));
}
