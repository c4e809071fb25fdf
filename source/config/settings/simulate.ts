import type {OptionReader} from '../values/option-reader.js';
import {parseChoice, parseWhole} from '../values/parse.js';

/** The simulated account, behind `--demo` or served by `ryzetop simulate`. What is undefined is the scenario's own to say. */
export type Simulation<Scenario extends string> = {
	readonly scenario: Scenario;
	readonly instances: number | undefined;
	readonly seed: number | undefined;
};

export type SimulateOptions<Scenario extends string> = Simulation<Scenario> & {
	/** 0 for any free one. */
	readonly port: number;
};

/** A hundred times the largest account anybody is known to have. */
const instancesBounds = {least: 0, most: 100_000};

/** What a 32-bit word takes. */
const seedBounds = {least: 0, most: 4_294_967_295};

const portBounds = {least: 0, most: 65_535};

/** Reads what to simulate; nothing if there was a problem with the scenario. */
export function readSimulation<Scenario extends string>(reading: OptionReader, scenarioNames: readonly Scenario[]): Simulation<Scenario> | undefined {
	const scenario = reading.read('scenario', text => parseChoice(text, scenarioNames));
	const instances = reading.read('instances', text => parseWhole(text, instancesBounds));
	const seed = reading.read('seed', text => parseWhole(text, seedBounds));
	return scenario === undefined ? undefined : {scenario, instances, seed};
}

/** Reads the options of `ryzetop simulate`; nothing if there was a problem with one that it needs. */
export function readSimulateOptions<Scenario extends string>(reading: OptionReader, scenarioNames: readonly Scenario[]): SimulateOptions<Scenario> | undefined {
	const simulation = readSimulation(reading, scenarioNames);
	const port = reading.read('port', text => parseWhole(text, portBounds));
	return simulation && port !== undefined ? {...simulation, port} : undefined;
}
