import type {Settings} from '../../cli/settings.js';
import type {OptionReader} from '../values/option-reader.js';
import {readSettings} from '../values/read-settings.js';

/** Simulated account of `--demo` and of `ryzetop simulate`. Where a field is `undefined`, the scenario decides. */
export type Simulation<Scenario extends string> = Omit<Settings<'simulate', 'demo'>, 'scenario'> & {readonly scenario: Scenario};

/** Options of `ryzetop simulate`. */
export type SimulateOptions<Scenario extends string> = Simulation<Scenario> & Settings<'simulate'>;

/** Reads the options of the simulated accounts, one for each scenario; `undefined` if there was a problem with the scenarios. */
export function readSimulations<Scenario extends string>(
	reading: OptionReader,
	scenarioNames: readonly Scenario[],
): ReadonlyArray<Simulation<Scenario>> | undefined {
	const settings = readSettings(reading, {command: 'simulate', owner: 'demo', scenarioNames});
	if (settings === undefined) {
		return undefined;
	}

	const {scenario: scenarios, ...others} = settings;
	return scenarioNames.filter(name => scenarios.includes(name))
		.toSorted((one, other) => scenarios.indexOf(one) - scenarios.indexOf(other))
		.map(scenario => ({...others, scenario}));
}

/** Reads the options of `ryzetop simulate`, of one account; `undefined` if there was a problem with one that it needs. */
export function readSimulateOptions<Scenario extends string>(
	reading: OptionReader,
	scenarioNames: readonly Scenario[],
): SimulateOptions<Scenario> | undefined {
	const [simulation, ...others] = readSimulations(reading, scenarioNames) ?? [];
	const settings = readSettings(reading, {command: 'simulate', owner: 'command'});
	if (others.length > 0) {
		reading.report('--scenario: ryzetop simulate tells one story. Run it again for each other one, and let every one have its own port.');
	}

	return simulation && settings && {...simulation, ...settings};
}
