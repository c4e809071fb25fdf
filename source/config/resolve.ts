import type {Arguments} from '../cli/arguments.js';
import {describeUsage} from '../cli/help.js';
import {checkUsage} from '../cli/check-usage.js';
import {describeOverview} from '../cli/overview.js';
import {commandWords, isMemoryCommand} from '../cli/option.js';
import {allWord, isAskedWord, namesWord} from '../cli/completion/model.js';
import {resolveCompletion} from '../cli/completion/write-completion.js';
import {findNearest} from '../core/text/nearest.js';
import {quote} from '../core/text/quote.js';
import type {Environment} from '../core/text/environment.js';
import {parseUrl} from '../cli/values/url.js';
import {listProfiles} from './file/list-profiles.js';
import {noConfig} from './file/load.js';
import {sortByLine} from './file/name-value.js';
import {layersFor} from './values/precedence.js';
import {findMemoryPlace, resolveConfig} from './config-command.js';
import {resolvePolling} from './resolve-polling.js';
import {misuseOf, type ResolvePorts, type Resolved} from './resolved.js';
import {createOptionReader, type OptionReader} from './values/option-reader.js';
import {readMemoryOptions} from './settings/memory.js';
import {readSimulateOptions} from './settings/simulate.js';

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
		return options && reading.problems().length === 0 ? {kind: 'simulate', options} : misuseOf(reading);
	}

	if (isMemoryCommand(command)) {
		const options = readMemoryOptions(command, reading, given, config.chosen.map(({layer}) => layer));
		return options && reading.problems().length === 0 ? {kind: 'memory', options} : misuseOf(reading);
	}

	return resolvePolling(command, {reading, given, environment}, ports);
}

/** The name of an account with its address; nothing where the address is wrong. */
function addressOf(name: string, reading: OptionReader): ReadonlyArray<{readonly name: string; readonly url: string}> {
	const url = reading.read('url', parseUrl);
	return url === undefined ? [] : [{name, url}];
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
