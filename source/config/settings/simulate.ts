import type {OptionReader} from '../values/option-reader.js';
import {parseChoice, parseWhole} from '../../cli/values/parse.js';

/** Simulated account of `--demo` and of `ryzetop simulate`. Where a field is `undefined`, the scenario decides. */
export type Simulation<Scenario extends string> = {
	readonly scenario: Scenario;
	readonly instances: number | undefined;
	readonly seed: number | undefined;
};

/** Options of `ryzetop simulate`. */
export type SimulateOptions<Scenario extends string> = Simulation<Scenario> & {
	/** Port on 127.0.0.1; 0 takes any free port. */
	readonly port: number;
};

/** The most is a hundred times the size of the largest known account. */
const instancesBounds = {least: 0, most: 100_000};

/** Range of an unsigned 32-bit number. */
const seedBounds = {least: 0, most: 4_294_967_295};

const portBounds = {least: 0, most: 65_535};

/** Reads the options of the simulated account; `undefined` if there was a problem with the scenario. */
export function readSimulation<Scenario extends string>(
	reading: OptionReader,
	scenarioNames: readonly Scenario[],
): Simulation<Scenario> | undefined {
	const scenario = reading.read('scenario', text => parseChoice(text, scenarioNames));
	const instances = reading.read('instances', text => parseWhole(text, instancesBounds));
	const seed = reading.read('seed', text => parseWhole(text, seedBounds));
	return scenario === undefined ? undefined : {scenario, instances, seed};
}

/** Reads the options of `ryzetop simulate`; `undefined` if there was a problem with one that it needs. */
export function readSimulateOptions<Scenario extends string>(
	reading: OptionReader,
	scenarioNames: readonly Scenario[],
): SimulateOptions<Scenario> | undefined {
	const simulation = readSimulation(reading, scenarioNames);
	const port = reading.read('port', text => parseWhole(text, portBounds));
	return simulation && port !== undefined ? {...simulation, port} : undefined;
}
