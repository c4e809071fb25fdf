import {findNearest} from '../core/text/nearest.js';
import type {Arguments} from '../cli/arguments.js';
import type {Option} from '../cli/option.js';
import {options} from '../cli/options.js';
import {quote} from '../core/text/quote.js';
import type {Environment} from '../core/text/environment.js';
import {isExposed} from '../cli/values/url.js';
import {keysWord} from '../cli/completion/model.js';
import {describeKeymap} from './custom/describe-keys.js';
import {readCustom} from './custom/custom.js';
import {validateAll, validateLayer} from './validate-all.js';
import {writeTemplate} from './file/template.js';
import {reportShared} from './resolve-profiles.js';
import {checkProfileTokens} from './check-profile-tokens.js';
import {describeConfig, type TokenInForce} from './describe-config.js';
import {findToken, type ReadTokenFile} from './token/find.js';
import type {Config} from './file/load.js';
import {findTokenCommand} from './token/command.js';
import type {AccountSource} from './settings/monitor.js';
import type {OptionReader} from './values/option-reader.js';

/** Result of `ryzetop config`: a text to print, a file to write, or problems. */
export type ResolvedConfig =
	/** The settings in force, and what says where the memory is. */
	| {readonly kind: 'settings'; readonly text: string; readonly warnings: readonly string[]; readonly memory: MemoryPlace}
	/** The keys in force. */
	| {readonly kind: 'print'; readonly text: string; readonly warnings: readonly string[]}
	| {readonly kind: 'write-config'; readonly file: string; readonly text: string}
	| {readonly kind: 'misuse'; readonly problems: readonly string[]};

/** What an account's settings say of its memory. */
type MemoryPlace = Pick<AccountSource, 'historyFile' | 'hasNoHistory'>;

type Context = {
	readonly config: Config;
	readonly environment: Environment;
	readonly readTokenFile: ReadTokenFile;
	readonly scenarioNames: readonly string[];
};

/**
Resolves `ryzetop config`, `ryzetop config init` and `ryzetop config keys`.

It reports all problems of the config file, also those of profiles that are not in force. A token command is not run.
*/
export async function resolveConfig(reading: OptionReader, given: Arguments, context: Context): Promise<ResolvedConfig> {
	const {config, environment, scenarioNames} = context;
	const isInit = given.words[0] === 'init';
	for (const problem of checkConfigUsage(given, isInit)) {
		reading.report(problem);
	}

	if (isInit) {
		const {file} = config;
		if (file === undefined) {
			reading.report('There is no home directory to write to: HOME is not set. Name the file: --config FILE.');
		}

		return file === undefined || reading.problems().length > 0
			? {kind: 'misuse', problems: reading.problems()}
			: {kind: 'write-config', file, text: writeTemplate()};
	}

	const {keymap, problems} = readCustom(config);
	for (const problem of problems) {
		reading.report(problem);
	}

	validateAll(reading, given, scenarioNames);
	const unused = config.profiles.filter(layer => !config.layers.includes(layer));
	for (const problem of [...config.problems, ...unused.flatMap(layer => validateLayer(layer, scenarioNames))]) {
		reading.report(problem);
	}

	if (given.words[0] === keysWord) {
		return reading.problems().length > 0
			? {kind: 'misuse', problems: reading.problems()}
			: {kind: 'print', text: describeKeymap(keymap), warnings: []};
	}

	const {chosen} = config;
	if (chosen.length > 1) {
		reportShared(reading, given, chosen);
	}

	const checked = await checkProfileTokens(config, context.readTokenFile);
	for (const problem of checked.problems) {
		reading.report(problem);
	}

	const {token, warning} = chosen.length > 1 ? {token: {kind: 'none'} as const} : await findTokenInForce(reading, context);
	if (reading.problems().length > 0) {
		return {kind: 'misuse', problems: reading.problems()};
	}

	const url = reading.find('url')?.text ?? '';
	return {
		kind: 'settings',
		memory: findMemoryPlace(reading, config),
		text: describeConfig({
			reading, given, environment, config, token, withoutToken: checked.withoutToken,
		}),
		warnings: [
			isExposed(url) ? `${url} is plain HTTP: everyone on the way there can read the token. Use https if the server has it.` : undefined,
			warning,
			...checked.warnings,
		].filter(text => text !== undefined),
	};
}

/** What the settings in force say of the memory. */
export function findMemoryPlace(reading: OptionReader, config: Config): MemoryPlace {
	return {historyFile: reading.find('history')?.text, hasNoHistory: isHistoryOff(config)};
}

/** Whether the layer that says something of the memory switches it off. */
function isHistoryOff({layers}: Config): boolean {
	const layer = layers.find(({texts, switches}) => texts.has('history') || switches.has('no-history'));
	return layer !== undefined && !layer.texts.has('history') && layer.switches.get('no-history') === true;
}

type FoundTokenInForce = {readonly token: TokenInForce; readonly warning?: string | undefined};

async function findTokenInForce(reading: OptionReader, context: Context): Promise<FoundTokenInForce> {
	const {config, environment, readTokenFile} = context;
	const file = reading.find('token-file');
	const command = findTokenCommand(config.layers, file, environment);
	if (command !== undefined) {
		return {token: {kind: 'command', program: quote(command.command[0] ?? ''), layer: command.layer}};
	}

	const found = await findToken(file, environment, readTokenFile);
	switch (found.kind) {
		case 'problem': {
			reading.report(found.problem);
			return {token: {kind: 'none'}};
		}

		case 'none': {
			return {token: {kind: 'none'}};
		}

		case 'found': {
			return {token: {kind: 'found', file, place: found.place}, warning: found.warning};
		}
	}
}

function checkConfigUsage({words, values, switches, negated = new Set()}: Arguments, isInit: boolean): readonly string[] {
	const [first = '', ...others] = words;
	const known = ['init', keysWord];
	const isKnown = known.includes(first);
	const command = isKnown ? `ryzetop config ${first}` : 'ryzetop config';
	const nearest = findNearest(first, known);
	const guess = nearest === undefined ? '' : ` Did you mean ryzetop config ${nearest}?`;
	return [
		...first === '' || isKnown ? [] : [`${quote(first)} is a word too many: ryzetop config takes init or keys, or no word.${guess}`],
		...others.map(word => `${quote(word)} is a word too many: ${command} takes options only.`),
		...[...values.keys(), ...switches, ...negated]
			.filter(name => {
				const {commands, isConfigurable}: Option = options[name];
				return isInit ? name !== 'config' : isConfigurable === false && !commands.includes('config');
			})
			.map(name => `--${name} is of no use to ${command}. Leave it out.`),
	];
}
