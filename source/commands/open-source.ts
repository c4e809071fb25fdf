import type {MonitorOptions} from '../config/settings/monitor.js';
import type {Simulation} from '../config/settings/simulate.js';
import type {Environment} from '../core/text/environment.js';
import {inMemory} from '../history/open.js';
import {accountId} from '../core/instance/instance.js';
import {Secret} from '../core/text/secret.js';
import type {Source} from '../polling/ports.js';
import type {ScenarioName} from '../simulator/world/scenarios.js';
import {findHistory} from './find-history.js';

/** Id of the only account: the command line takes one token. */
const account = accountId('default');

/**
Opens the source that a command polls: an account, or a simulator that is started for the demo. `now` is the simulator's clock; `env` has
the place of the usual memory.
*/
export async function openSource(source: MonitorOptions<ScenarioName>['source'], now: () => number, env: Environment): Promise<Source> {
	return source.kind === 'demo'
		? openDemo(source.simulation, now)
		: {
			account,
			name: nameAccount(source),
			url: source.url,
			token: source.token,
			history: findHistory(source, env),
			close: async () => undefined,
		};
}

/** Names an account in machine formats: its profile, or else its host and port. A demo's port changes at every start. */
export function nameAccount(source: MonitorOptions['source']): string {
	return source.kind === 'demo' ? 'demo' : source.profile ?? new URL(source.url).host;
}

async function openDemo(simulation: Simulation<ScenarioName>, now: () => number): Promise<Source> {
	const {startSimulator} = await import('../simulator/server/server.js');
	const simulator = await startSimulator({...simulation, now});
	const token = new Secret(simulator.token);
	return {
		account,
		name: 'demo',
		url: simulator.url,
		token: {current: () => token, refresh: async () => false},
		history: inMemory,
		past: simulator.past,
		close: simulator.close,
	};
}
