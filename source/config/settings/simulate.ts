import type {Settings} from '../../cli/settings.js';
import type {OptionReader} from '../values/option-reader.js';
import {readSettings} from '../values/read-settings.js';

/** Simulated account of `--demo` and of `ryzetop simulate`. Where a field is `undefined`, the scenario decides. */
export type Simulation<Scenario extends string> = Omit<Settings<'simulate', 'demo'>, 'scenario'> & {readonly scenario: Scenario};

/** Options of `ryzetop simulate`. */
export type SimulateOptions<Scenario extends string> = Simulation<Scenario> & Settings<'simulate'>;

/** Reads the options of the simulated account; `undefined` if there was a problem with the scenario. */
export function readSimulation<Scenario extends string>(
	reading: OptionReader,
	scenarioNames: readonly Scenario[],
): Simulation<Scenario> | undefined {
	const settings = readSettings(reading, {command: 'simulate', owner: 'demo', scenarioNames});
	const scenario = scenarioNames.find(name => name === settings?.scenario);
	return settings && scenario !== undefined ? {...settings, scenario} : undefined;
}

/** Reads the options of `ryzetop simulate`; `undefined` if there was a problem with one that it needs. */
export function readSimulateOptions<Scenario extends string>(
	reading: OptionReader,
	scenarioNames: readonly Scenario[],
): SimulateOptions<Scenario> | undefined {
	const simulation = readSimulation(reading, scenarioNames);
	const settings = readSettings(reading, {command: 'simulate', owner: 'command'});
	return simulation && settings && {...simulation, ...settings};
}
