import type {Simulation} from '../config/settings/simulate.js';
import {Secret} from '../core/text/secret.js';
import type {TokenSource} from '../core/polling/token-source.js';
import type {ScenarioName} from '../simulator/world/scenarios.js';

/** Where a monitor polls, and how to stop what was started for it. */
export type Source = {
	readonly url: string;
	readonly token: TokenSource;
	readonly close: () => Promise<void>;
};

/** Starts the simulator for a monitor that shows a demo. */
export async function openDemo(simulation: Simulation<ScenarioName>, now: () => number): Promise<Source> {
	const {startSimulator} = await import('../simulator/server/server.js');
	const simulator = await startSimulator({...simulation, now});
	const token = new Secret(simulator.token);
	return {url: simulator.url, token: {current: () => token, refresh: async () => false}, close: simulator.close};
}
