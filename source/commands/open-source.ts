import type {MonitorOptions, OwnSettings, Sources} from '../config/settings/monitor.js';
import type {Simulation} from '../config/settings/simulate.js';
import type {Environment} from '../core/text/environment.js';
import {inMemory} from '../history/open.js';
import {accountId, type AccountId} from '../core/instance/instance.js';
import {Secret} from '../core/text/secret.js';
import type {Source} from '../polling/ports.js';
import type {ScenarioName} from '../simulator/world/scenarios.js';
import {findHistory} from './memory/find-history.js';

/** What opening the sources needs. `settings` are those of the command, for an account that has none of its own. */
export type OpenSourcesOptions = {
	readonly settings: OwnSettings;
	/** The simulators' clock. */
	readonly now: () => number;
	/** It has the place of the usual memory. */
	readonly environment: Environment;
};

/** Opens the sources that a command polls: accounts, or simulators that are started for the demo. Where one cannot be, none stays open. */
export async function openSources(sources: Sources<ScenarioName>, options: OpenSourcesOptions): Promise<readonly Source[]> {
	const names = nameAccounts(sources);
	const opened: Source[] = [];
	try {
		for (const [index, source] of sources.entries()) {
			// eslint-disable-next-line no-await-in-loop -- one after the other, in their order
			opened.push({...await openSource(source, accountId(names[index] ?? ''), options), profile: profileOf(source, sources)});
		}
	} catch (error) {
		await Promise.allSettled(opened.map(async ({close}) => close()));
		throw error;
	}

	return opened;
}

/**
Names the accounts: by the profile of each, or else by its host and port. A demo's port changes at every start: it is named `demo`, and of
several each by its scenario. No two have one name.
*/
export function nameAccounts(sources: Sources): readonly string[] {
	const names = new Set<string>();
	for (const source of sources) {
		const name = nameAccount(source, sources.length > 1);
		let free = name;
		for (let count = 2; names.has(free); count++) {
			free = `${name} (${count})`;
		}

		names.add(free);
	}

	return [...names];
}

/** The profile of an account, where it is one of several. */
function profileOf(source: Sources[number], sources: Sources): string | undefined {
	return source.kind === 'account' && sources.length > 1 ? source.profile : undefined;
}

function nameAccount(source: MonitorOptions['sources'][number], isOneOfSeveral: boolean): string {
	return source.kind === 'demo'
		? (isOneOfSeveral ? source.simulation.scenario : 'demo')
		: source.profile ?? new URL(source.url).host;
}

async function openSource(
	source: Sources<ScenarioName>[number],
	account: AccountId,
	{settings, now, environment}: OpenSourcesOptions,
): Promise<Source> {
	if (source.kind === 'demo') {
		return openDemo(source.simulation, account, {settings, now});
	}

	const {url, token, own = settings} = source;
	return {
		...own, account, url, token, history: findHistory(source, environment), close: async () => undefined,
	};
}

async function openDemo(
	simulation: Simulation<ScenarioName>,
	account: AccountId,
	{settings, now}: Pick<OpenSourcesOptions, 'settings' | 'now'>,
): Promise<Source> {
	const {startSimulator} = await import('../simulator/server/server.js');
	const simulator = await startSimulator({...simulation, now});
	const token = new Secret(simulator.token);
	return {
		...settings,
		account,
		url: simulator.url,
		token: {current: () => token, refresh: async () => false},
		history: inMemory,
		past: simulator.past,
		close: simulator.close,
	};
}
