import {tokenAsArgument, type Arguments} from '../cli/arguments.js';
import {describeUsage} from '../cli/help.js';
import {checkUsage} from '../cli/check-usage.js';
import {describeOverview} from '../cli/overview.js';
import {firstRunLines, noTokenProblem} from '../cli/first-run.js';
import {commandWords, isMemoryCommand, type TextCommand} from '../cli/option.js';
import {allWord, isAskedWord, namesWord} from '../cli/completion/model.js';
import {resolveCompletion} from '../cli/completion/write-completion.js';
import {findNearest} from '../core/text/nearest.js';
import {quote} from '../core/text/quote.js';
import type {Environment} from '../core/text/environment.js';
import {isExposed, parseUrl} from '../cli/values/url.js';
import {
	findToken,
	type FoundToken,
	type ReadInput,
} from './token/find.js';
import {listProfiles} from './file/list-profiles.js';
import {noConfig, type Config} from './file/load.js';
import {sortByLine} from './file/name-value.js';
import {
	readMonitorSettings,
	type MonitorSettings,
	type Sources,
} from './settings/monitor.js';
import {findTokenCommand, openTokenCommand} from './token/command.js';
import {layersFor} from './values/precedence.js';
import {findMemoryPlace, resolveConfig} from './config-command.js';
import {reportShared, resolveProfiles} from './resolve-profiles.js';
import {createOptionReader, type OptionReader} from './values/option-reader.js';
import {readSettings} from './values/read-settings.js';
import type {ResolvePorts, Resolved} from './resolved.js';
import {readMemoryOptions} from './settings/memory.js';
import {readSimulateOptions, readSimulations} from './settings/simulate.js';
import {readServeSettings, type ServeSettings} from './settings/serve.js';
import {readTextSettings, type TextSettings} from './settings/text.js';

/** Functions and values that finding a token needs. `readInput` is missing where standard input is for keys. */
type TokenPorts = Pick<ResolvePorts<string>, 'readTokenFile' | 'config' | 'runTokenCommand'> & {readonly readInput: ReadInput | undefined};

/** Settings of a command, before its source is known. */
type Settings = MonitorSettings | TextSettings | ServeSettings;

/**
Decides what to run. It reads the whole command line even after a problem, and gives all problems at once: those of the config file in the
order of their lines.
*/
export async function resolve<Scenario extends string>(
	given: Arguments,
	environment: Environment,
	ports: ResolvePorts<Scenario>,
): Promise<Resolved<Scenario>> {
	const resolved = await resolveCommand(given, environment, ports);
	return resolved.kind === 'misuse'
		? {...resolved, problems: sortByLine(resolved.problems, (ports.config ?? noConfig).shown)}
		: resolved;
}

async function resolveCommand<Scenario extends string>(
	given: Arguments,
	environment: Environment,
	ports: ResolvePorts<Scenario>,
): Promise<Resolved<Scenario>> {
	if (given.switches.has('help')) {
		return {
			kind: 'help',
			text: given.command === 'monitor' && given.words[0] !== allWord ? describeOverview() : describeUsage(given.command, await ports.scenarioNames()),
		};
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
		const completion = resolveCompletion(given, isAskedWord(given.words[0]) ? [] : await ports.scenarioNames());
		if (completion.kind !== 'asked') {
			return completion;
		}

		return completion.word === namesWord
			? {kind: 'names', memory: findMemoryPlace(reading, config), accounts: config.chosen.flatMap(({name, layer}) => addressOf(name, reading.within(layer)))}
			: {kind: 'print', text: listProfiles(config, completion.word), warnings: []};
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
		const options = readMemoryOptions(command, reading, given, config.chosen.map(({layer}) => layer));
		return options && reading.problems().length === 0 ? {kind: 'memory', options} : misuse(reading);
	}

	return resolvePolling(command, {reading, given, environment}, ports);
}

type PollingCommand = 'monitor' | 'serve' | TextCommand;

type Reading = {readonly reading: OptionReader; readonly given: Arguments; readonly environment: Environment};

/** Resolves a command that polls: its settings, and the sources with their tokens. */
async function resolvePolling<Scenario extends string>(
	command: PollingCommand,
	{reading, given, environment}: Reading,
	ports: ResolvePorts<Scenario>,
): Promise<Resolved<Scenario>> {
	const settings = readSettingsOf(command, {reading, given, environment}, ports.config ?? noConfig);
	if (settings !== undefined && 'hasDashboard' in settings && (settings.hasRules || settings.hasDashboard)) {
		return reading.problems().length > 0 ? misuse(reading) : {kind: 'serve-text', options: settings};
	}

	if (given.switches.has('demo')) {
		return resolveDemo(reading, settings, ports);
	}

	// The monitor reads its keys from standard input.
	const tokenPorts = {...ports, readInput: command === 'monitor' ? undefined : ports.readInput};
	return (ports.config?.chosen.length ?? 0) > 1
		? resolveSeveral(reading, settings, given, tokenPorts)
		: resolveAccount(reading, settings, environment, tokenPorts);
}

/** Resolves several profiles, which are watched together. */
async function resolveSeveral(
	reading: OptionReader,
	settings: Settings | undefined,
	given: Arguments,
	{readTokenFile, readInput, runTokenCommand, config = noConfig}: TokenPorts,
): Promise<Resolved<never>> {
	const {chosen} = config;
	reportShared(reading, given, chosen);
	const found = await resolveProfiles(reading, chosen, {
		command: given.command, isValid: settings !== undefined && reading.problems().length === 0, readTokenFile, readInput, runTokenCommand,
	});
	const [first, ...others] = found?.sources ?? [];
	return settings === undefined || found === undefined || first === undefined
		? misuse(reading)
		: addSources(settings, [first, ...others], found.warnings);
}

/** The name of an account with its address; nothing where the address is wrong. */
function addressOf(name: string, reading: OptionReader): ReadonlyArray<{readonly name: string; readonly url: string}> {
	const url = reading.read('url', parseUrl);
	return url === undefined ? [] : [{name, url}];
}

/** Reads the settings of a command that polls; `undefined` if there was a problem with one that it needs. */
function readSettingsOf(command: PollingCommand, {reading, given}: Reading, config: Config): Settings | undefined {
	if (command === 'serve') {
		return readServeSettings(reading);
	}

	return command === 'monitor' ? readMonitorSettings(reading, given, config) : readTextSettings(command, reading, given);
}

/** Gives the help of the command that the words name, all of it, or the overview where there is no word. */
function resolveHelp(given: Arguments, scenarioNames: readonly string[]): Resolved<never> {
	const [word, ...others] = given.words;
	const command = word === undefined || word === allWord ? 'monitor' : (['monitor', ...commandWords] as const).find(existing => existing === word);
	const nearest = findNearest(word ?? '', [...commandWords, allWord]);
	const all = [
		...given.problems,
		...checkUsage(given),
		...command === undefined ? [`There is no command ${quote(word ?? '')}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`] : [],
		...others.map(other => `${quote(other)} is a word too many: ryzetop help takes one command.`),
	];
	return command === undefined || all.length > 0
		? {kind: 'misuse', problems: all}
		: {kind: 'help', text: word === undefined ? describeOverview() : describeUsage(command, scenarioNames)};
}

async function resolveDemo<Scenario extends string>(
	reading: OptionReader,
	settings: Settings | undefined,
	{scenarioNames}: ResolvePorts<Scenario>,
): Promise<Resolved<Scenario>> {
	const [first, ...others] = (readSimulations(reading, await scenarioNames()) ?? []).map(simulation => ({kind: 'demo', simulation} as const));
	return settings && first && reading.problems().length === 0
		? addSources(settings, [first, ...others], [])
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
	const [chosen] = ports.config?.chosen ?? [];
	return addSources(settings, [{
		...own, kind: 'account', token: found.token, ...chosen !== undefined && {profile: chosen.name},
	}], warnings);
}

function addSources<Scenario extends string>(
	settings: Settings,
	sources: Sources<Scenario>,
	warnings: readonly string[],
): Resolved<Scenario> {
	if ('hasDashboard' in settings) {
		return {kind: 'serve', options: {...settings, sources}, warnings};
	}

	return 'command' in settings
		? {kind: 'text', options: {...settings, sources}, warnings}
		: {kind: 'monitor', options: {...settings, sources}, warnings};
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
