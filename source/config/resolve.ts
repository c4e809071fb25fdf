import {tokenAsArgument, type Arguments} from '../cli/arguments.js';
import {describeUsage} from '../cli/help.js';
import {checkUsage} from '../cli/check-usage.js';
import {firstRunLines, noTokenProblem} from '../cli/first-run.js';
import {commandWords, isMemoryCommand} from '../cli/option.js';
import {namesWord} from '../cli/completion/model.js';
import {resolveCompletion} from '../cli/completion/write-completion.js';
import {findNearest} from '../core/text/nearest.js';
import {quote} from '../core/text/quote.js';
import type {Environment} from '../core/text/environment.js';
import {isExposed} from '../cli/values/url.js';
import {
	findToken,
	type FoundToken,
	type ReadInput,
	type ReadTokenFile,
} from './token/find.js';
import {noConfig, type Config} from './file/load.js';
import {
	readMonitorSettings,
	type AccountSource,
	type MonitorOptions,
	type MonitorSettings,
} from './settings/monitor.js';
import {findTokenCommand, openTokenCommand} from './token/command.js';
import {layersFor} from './values/precedence.js';
import {findMemoryPlace, resolveConfig} from './config-command.js';
import {createOptionReader, type OptionReader} from './values/option-reader.js';
import {readSettings} from './values/read-settings.js';
import {readMemoryOptions, type MemoryOptions} from './settings/memory.js';
import {readSimulateOptions, readSimulation, type SimulateOptions} from './settings/simulate.js';
import {readTextSettings, type TextOptions, type TextSettings} from './settings/text.js';
import type {RunTokenCommand} from './token/run.js';

/** Result of resolving the command line, the environment and the config file: the command to run with its options, or problems. */
export type Resolved<Scenario extends string> =
	| {readonly kind: 'monitor'; readonly options: MonitorOptions<Scenario>; readonly warnings: readonly string[]}
	| {readonly kind: 'text'; readonly options: TextOptions<Scenario>; readonly warnings: readonly string[]}
	| {readonly kind: 'memory'; readonly options: MemoryOptions}
	| {readonly kind: 'simulate'; readonly options: SimulateOptions<Scenario>}
	| {readonly kind: 'help'; readonly text: string}
	| {readonly kind: 'version'}
	/** Text to print, such as a completion script. */
	| {readonly kind: 'print'; readonly text: string; readonly warnings: readonly string[]}
	/** The settings in force, and what says where the memory is. */
	| {
		readonly kind: 'settings';
		readonly text: string;
		readonly warnings: readonly string[];
		readonly memory: Pick<AccountSource, 'historyFile' | 'hasNoHistory'>;
	}
	/** The names of the instances that are remembered, and what says where the memory is. */
	| {readonly kind: 'names'; readonly memory: Pick<AccountSource, 'historyFile' | 'hasNoHistory'>}
	/** Config file to write where there is none. */
	| {readonly kind: 'write-config'; readonly file: string; readonly text: string}
	/** The missing token is the only problem, which is likely at the first start. */
	| {readonly kind: 'no-token'; readonly lines: readonly string[]}
	/** All problems, a line each, safe to print. */
	| {readonly kind: 'misuse'; readonly problems: readonly string[]};

/** Functions and values that resolving needs from outside. */
export type ResolvePorts<Scenario extends string> = {
	readonly readTokenFile: ReadTokenFile;
	readonly readInput?: ReadInput;
	/** Gives the names of the scenarios. It is called only where they are needed, because it loads the simulator. */
	readonly scenarioNames: () => Promise<readonly Scenario[]>;
	/** Config file as it was read; where it is missing, there is no config file. */
	readonly config?: Config;
	/** Needed where the config file has a token command. */
	readonly runTokenCommand?: RunTokenCommand;
};

/** Functions and values that finding a token needs. `readInput` is missing where standard input is for keys. */
type TokenPorts = Pick<ResolvePorts<string>, 'readTokenFile' | 'config' | 'runTokenCommand'> & {readonly readInput: ReadInput | undefined};

/** Settings of a command, before its source is known. */
type Settings = MonitorSettings | TextSettings;

/** Decides what to run. It reads the whole command line even after a problem, and gives all problems at once. */
export async function resolve<Scenario extends string>(
	given: Arguments,
	environment: Environment,
	ports: ResolvePorts<Scenario>,
): Promise<Resolved<Scenario>> {
	if (given.switches.has('help')) {
		return {kind: 'help', text: describeUsage(given.command, await ports.scenarioNames())};
	}

	if (given.switches.has('version')) {
		return {kind: 'version'};
	}

	const {command} = given;
	if (command === 'help') {
		return resolveHelp(given, await ports.scenarioNames());
	}

	const {config = noConfig} = ports;
	const layers = layersFor(config.layers, given.switches.has('demo'));
	const reading = createOptionReader(given, environment, layers);
	if (command === 'completion') {
		const completion = resolveCompletion(given, given.words[0] === namesWord ? [] : await ports.scenarioNames());
		return completion.kind === 'names' ? {kind: 'names', memory: findMemoryPlace(reading, config)} : completion;
	}

	if (command === 'config') {
		return resolveConfig(reading, given, {
			config, environment, readTokenFile: ports.readTokenFile, scenarioNames: await ports.scenarioNames(),
		});
	}

	for (const problem of [...checkUsage(given), ...config.problems]) {
		reading.report(problem);
	}

	if (command === 'simulate') {
		const options = readSimulateOptions(reading, await ports.scenarioNames());
		return options && reading.problems().length === 0 ? {kind: 'simulate', options} : misuse(reading);
	}

	if (isMemoryCommand(command)) {
		const options = readMemoryOptions(command, reading, given);
		return options && reading.problems().length === 0 ? {kind: 'memory', options} : misuse(reading);
	}

	const settings = command === 'monitor' ? readMonitorSettings(reading, given, config) : readTextSettings(command, reading, given);
	return given.switches.has('demo')
		? resolveDemo(reading, settings, ports)
		// The monitor reads its keys from standard input.
		: resolveAccount(reading, settings, environment, {...ports, readInput: command === 'monitor' ? undefined : ports.readInput});
}

/** Gives the help of the command that the words name, or that of the program where there is none. */
function resolveHelp(given: Arguments, scenarioNames: readonly string[]): Resolved<never> {
	const [word = 'monitor', ...others] = given.words;
	const command = (['monitor', ...commandWords] as const).find(existing => existing === word);
	const nearest = findNearest(word, commandWords);
	const all = [
		...given.problems,
		...checkUsage(given),
		...command === undefined ? [`There is no command ${quote(word)}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`] : [],
		...others.map(other => `${quote(other)} is a word too many: ryzetop help takes one command.`),
	];
	return command === undefined || all.length > 0
		? {kind: 'misuse', problems: all}
		: {kind: 'help', text: describeUsage(command, scenarioNames)};
}

async function resolveDemo<Scenario extends string>(
	reading: OptionReader,
	settings: Settings | undefined,
	{scenarioNames}: ResolvePorts<Scenario>,
): Promise<Resolved<Scenario>> {
	const simulation = readSimulation(reading, await scenarioNames());
	return settings && simulation && reading.problems().length === 0
		? addSource(settings, {kind: 'demo', simulation}, [])
		: misuse(reading);
}

async function resolveAccount(
	reading: OptionReader,
	settings: Settings | undefined,
	environment: Environment,
	ports: TokenPorts,
): Promise<Resolved<never>> {
	const own = readSettings(reading, {command: 'monitor', owner: 'account'});
	const isValid = settings !== undefined && reading.problems().length === 0;
	const found = await resolveToken(reading, environment, ports, isValid);
	if (found?.kind === 'problem') {
		reading.report(found.problem);
	}

	if (!settings || own === undefined || reading.problems().length > 0) {
		if (found?.kind === 'none' && (ports.config?.problems ?? []).length === 0 && !reading.problems().includes(tokenAsArgument)) {
			reading.report(noTokenProblem);
		}

		return misuse(reading);
	}

	if (found?.kind !== 'found') {
		return {kind: 'no-token', lines: firstRunLines};
	}

	const {url} = own;
	const warnings = [
		isExposed(url) ? `${url} is plain HTTP: everyone on the way there can read the token. Use https if the server has it.` : undefined,
		found.warning,
	].filter(warning => warning !== undefined);
	const profile = ports.config?.profile?.name;
	return addSource(settings, {
		...own, kind: 'account', token: found.token, ...profile !== undefined && {profile},
	}, warnings);
}

function addSource<Scenario extends string>(
	settings: Settings,
	source: MonitorOptions<Scenario>['source'],
	warnings: readonly string[],
): Resolved<Scenario> {
	return 'command' in settings
		? {kind: 'text', options: {...settings, source}, warnings}
		: {kind: 'monitor', options: {...settings, source}, warnings};
}

/** Finds the token. A token command is not run where there are problems, since the program will not start then. */
async function resolveToken(
	reading: OptionReader,
	environment: Environment,
	{readTokenFile, readInput, runTokenCommand, config = noConfig}: TokenPorts,
	isValid: boolean,
): Promise<FoundToken | undefined> {
	const file = reading.find('token-file');
	const command = findTokenCommand(config.layers, file, environment);
	if (command === undefined || runTokenCommand === undefined) {
		return findToken(file, environment, readTokenFile, readInput);
	}

	return isValid ? openTokenCommand(command, runTokenCommand) : undefined;
}

function misuse(reading: OptionReader): Resolved<never> {
	return {kind: 'misuse', problems: reading.problems()};
}
