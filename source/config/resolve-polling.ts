import {tokenAsArgument, type Arguments} from '../cli/arguments.js';
import {firstRunLines, noTokenProblem} from '../cli/first-run.js';
import type {TextCommand} from '../cli/option.js';
import {isExposed} from '../cli/values/url.js';
import type {Environment} from '../core/text/environment.js';
import {noConfig, type Config} from './file/load.js';
import {reportShared, resolveProfiles} from './resolve-profiles.js';
import {misuseOf, type ResolvePorts, type Resolved} from './resolved.js';
import {
	readMonitorSettings,
	type MonitorSettings,
	type Sources,
} from './settings/monitor.js';
import {readServeSettings, type ServeSettings} from './settings/serve.js';
import {readSimulations} from './settings/simulate.js';
import {readTextSettings, type TextSettings} from './settings/text.js';
import {findTokenCommand, openTokenCommand} from './token/command.js';
import {
	findToken,
	type FoundToken,
	type ReadInput,
} from './token/find.js';
import type {OptionReader} from './values/option-reader.js';
import {readSettings} from './values/read-settings.js';

/** Functions and values that finding a token needs. `readInput` is missing where standard input is for keys. */
type TokenPorts = Pick<ResolvePorts<string>, 'readTokenFile' | 'config' | 'runTokenCommand'> & {readonly readInput: ReadInput | undefined};

/** Settings of a command, before its source is known. */
type Settings = MonitorSettings | TextSettings | ServeSettings;

type PollingCommand = 'monitor' | 'serve' | TextCommand;

type Reading = {readonly reading: OptionReader; readonly given: Arguments; readonly environment: Environment};

/** Resolves a command that polls: its settings, and the sources with their tokens. */
export async function resolvePolling<Scenario extends string>(
	command: PollingCommand,
	{reading, given, environment}: Reading,
	ports: ResolvePorts<Scenario>,
): Promise<Resolved<Scenario>> {
	const settings = readSettingsOf(command, {reading, given, environment}, ports.config ?? noConfig);
	if (settings !== undefined && 'hasDashboard' in settings && (settings.hasRules || settings.hasDashboard)) {
		return reading.problems().length > 0 ? misuseOf(reading) : {kind: 'serve-text', options: settings};
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
		? misuseOf(reading)
		: addSources(settings, [first, ...others], found.warnings);
}

/** Reads the settings of a command that polls; `undefined` if there was a problem with one that it needs. */
function readSettingsOf(command: PollingCommand, {reading, given}: Reading, config: Config): Settings | undefined {
	if (command === 'serve') {
		return readServeSettings(reading);
	}

	return command === 'monitor' ? readMonitorSettings(reading, given, config) : readTextSettings(command, reading, given);
}

async function resolveDemo<Scenario extends string>(
	reading: OptionReader,
	settings: Settings | undefined,
	{scenarioNames}: ResolvePorts<Scenario>,
): Promise<Resolved<Scenario>> {
	const [first, ...others] = (readSimulations(reading, await scenarioNames()) ?? []).map(simulation => ({kind: 'demo', simulation} as const));
	return settings && first && reading.problems().length === 0
		? addSources(settings, [first, ...others], [])
		: misuseOf(reading);
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

		return misuseOf(reading);
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
