import {tokenAsArgument, type Arguments} from './arguments.js';
import {findToken, type ReadInput, type ReadTokenFile} from './find-token.js';
import {describeUsage} from './help.js';
import {findMisfits} from './misfits.js';
import {readMonitorSettings, type MonitorOptions, type MonitorSettings} from './monitor-options.js';
import {noTokenLines, noTokenProblem} from './no-token.js';
import {textCommands} from './options.js';
import {startReading, type Environment, type Reading} from './reading.js';
import {readSimulateOptions, readSimulation, type SimulateOptions} from './simulate-options.js';
import {readTextSettings, type TextOptions, type TextSettings} from './text-options.js';
import {isExposed, parseUrl} from './url.js';

/** What the command line and the environment come to. */
export type Resolved<Scenario extends string> =
	| {readonly kind: 'monitor'; readonly options: MonitorOptions<Scenario>; readonly warnings: readonly string[]}
	| {readonly kind: 'text'; readonly options: TextOptions<Scenario>; readonly warnings: readonly string[]}
	| {readonly kind: 'simulate'; readonly options: SimulateOptions<Scenario>}
	| {readonly kind: 'help'; readonly text: string}
	| {readonly kind: 'version'}
	/** Nothing is wrong but that there is no token: most likely a first try. */
	| {readonly kind: 'no-token'; readonly lines: readonly string[]}
	/** Everything that is wrong, a line each, safe to print. */
	| {readonly kind: 'misuse'; readonly problems: readonly string[]};

/** What resolving needs from outside. */
export type Ports<Scenario extends string> = {
	readonly readTokenFile: ReadTokenFile;
	readonly readInput?: ReadInput;
	/** Asked only when they matter: the simulator is loaded for them. */
	readonly scenarioNames: () => Promise<readonly Scenario[]>;
};

/** What finding a token needs: standard input only where it is not for keys. */
type TokenPorts = {readonly readTokenFile: ReadTokenFile; readonly readInput: ReadInput | undefined};

/** Decides what to run. Reads the whole command line even where its beginning is wrong, and gives all problems at once. */
export async function resolve<Scenario extends string>(given: Arguments, environment: Environment, ports: Ports<Scenario>): Promise<Resolved<Scenario>> {
	if (given.switches.has('help')) {
		return {kind: 'help', text: describeUsage(given.command, await ports.scenarioNames())};
	}

	if (given.switches.has('version')) {
		return {kind: 'version'};
	}

	const reading = startReading(given, environment);
	for (const problem of findMisfits(given)) {
		reading.report(problem);
	}

	if (given.command === 'simulate') {
		const options = readSimulateOptions(reading, await ports.scenarioNames());
		return options && reading.problems().length === 0 ? {kind: 'simulate', options} : misuse(reading);
	}

	const textCommand = textCommands.find(name => name === given.command);
	const settings = textCommand === undefined ? readMonitorSettings(reading, given, environment) : readTextSettings(textCommand, reading, given);
	return given.switches.has('demo')
		? resolveDemo(reading, settings, ports)
		: resolveAccount(reading, settings, environment, {readTokenFile: ports.readTokenFile, readInput: textCommand === undefined ? undefined : ports.readInput});
}

async function resolveDemo<Scenario extends string>(reading: Reading, settings: MonitorSettings | TextSettings | undefined, {scenarioNames}: Ports<Scenario>): Promise<Resolved<Scenario>> {
	const simulation = readSimulation(reading, await scenarioNames());
	return settings && simulation && reading.problems().length === 0
		? addSource(settings, {kind: 'demo', simulation}, [])
		: misuse(reading);
}

async function resolveAccount(reading: Reading, settings: MonitorSettings | TextSettings | undefined, environment: Environment, {readTokenFile, readInput}: TokenPorts): Promise<Resolved<never>> {
	const url = reading.read('url', parseUrl);
	const found = await findToken(reading.find('token-file'), environment, readTokenFile, readInput);
	if (found.kind === 'problem') {
		reading.report(found.problem);
	}

	if (!settings || url === undefined || reading.problems().length > 0) {
		if (found.kind === 'none' && !reading.problems().includes(tokenAsArgument)) {
			reading.report(noTokenProblem);
		}

		return misuse(reading);
	}

	if (found.kind !== 'found') {
		return {kind: 'no-token', lines: noTokenLines};
	}

	const warnings = [
		isExposed(url) ? `${url} is plain HTTP: everyone on the way there can read the token. Use https if the server has it.` : undefined,
		found.warning,
	].filter(warning => warning !== undefined);
	return addSource(settings, {kind: 'account', url, token: found.token}, warnings);
}

function addSource<Scenario extends string>(settings: MonitorSettings | TextSettings, source: MonitorOptions<Scenario>['source'], warnings: readonly string[]): Resolved<Scenario> {
	return 'command' in settings
		? {kind: 'text', options: {...settings, source}, warnings}
		: {kind: 'monitor', options: {...settings, source}, warnings};
}

function misuse(reading: Reading): Resolved<never> {
	return {kind: 'misuse', problems: reading.problems()};
}
