import type {Simulation} from './config/simulate-options.js';
import {Secret} from './core/secret.js';
import type {TokenSource} from './core/token-source.js';
import type {ScenarioName} from './simulator/scenarios.js';

/** Where a monitor polls, and how to stop what was started for it. */
export type Source = {
	readonly url: string;
	readonly token: TokenSource;
	readonly close: () => Promise<void>;
};

/** Starts the simulator for a monitor that shows a demo. */
export async function openDemo(simulation: Simulation<ScenarioName>, now: () => number): Promise<Source> {
	const {startSimulator} = await import('./simulator/server.js');
	const simulator = await startSimulator({...simulation, now});
	const token = new Secret(simulator.token);
	return {url: simulator.url, token: {current: () => token, refresh: async () => false}, close: simulator.close};
}
