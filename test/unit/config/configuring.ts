import assert from 'node:assert/strict';
import type {Arguments} from '../../../source/cli/arguments.js';
import {loadConfig, type Config} from '../../../source/config/file/load.js';
import type {OptionName} from '../../../source/cli/options.js';
import {parseToml} from '../../../source/config/file/parse-toml.js';
import type {SmallFile} from '../../../source/config/file/read-small-file.js';
import {resolve} from '../../../source/config/resolve.js';
import type {ResolvePorts, Resolved} from '../../../source/config/resolved.js';

/** The command line, environment and config file of a test. */
export type Situation = {
	/** The text of `~/.config/ryzetop/config.toml`, which is missing if there is none. */
	readonly toml?: string;
	/** In place of that text. */
	readonly found?: SmallFile;
	readonly command?: Arguments['command'];
	readonly words?: readonly string[];
	readonly values?: Readonly<Partial<Record<OptionName, string>>>;
	readonly switches?: readonly OptionName[];
	readonly negated?: readonly OptionName[];
	readonly environment?: Readonly<Record<string, string>>;
	readonly runTokenCommand?: ResolvePorts<string>['runTokenCommand'];
	readonly readTokenFile?: ResolvePorts<string>['readTokenFile'];
};

export const home = '/home/someone';

const scenarioNames = ['calm', 'busy'];

/** Loads the config file of a situation, and decides what to run. */
export async function configure(situation: Situation): Promise<{readonly config: Config; readonly resolved: Resolved<string>; readonly asked: readonly string[]}> {
	const {toml, command = 'monitor', words = [], values = {}, switches = [], negated = []} = situation;
	const given: Arguments = {
		command, words, values: new Map(Object.entries(values)) as ReadonlyMap<OptionName, string>, switches: new Set(switches), negated: new Set(negated), problems: [],
	};
	const environment = {HOME: home, ...situation.environment};
	const missing: SmallFile = {kind: 'failure', code: 'ENOENT'};
	const asked: string[] = [];
	const config = await loadConfig(given, environment, {
		async readFile(file) {
			asked.push(file);
			return situation.found ?? (toml === undefined ? missing : holding(toml));
		},
		parse: async bytes => parseToml(bytes),
	});
	const resolved = await resolve(given, environment, {
		config,
		runTokenCommand: situation.runTokenCommand ?? (async () => assert.fail('No command was to be run.')),
		readTokenFile: situation.readTokenFile ?? (async () => assert.fail('No token file was to be read.')),
		scenarioNames: async () => scenarioNames,
	});
	return {config, resolved, asked};
}

/** A file of its owner's alone. */
export function holding(text: string, sharedMode?: number): SmallFile {
	return {
		kind: 'bytes', bytes: new TextEncoder().encode(text), sharedMode, isLasting: true,
	};
}

/** The options of the monitor that a situation comes to. */
export async function monitorOf(situation: Situation) {
	const {resolved} = await configure({environment: {RYZE_TOKEN: 'abc'}, ...situation});
	assert.strictEqual(resolved.kind, 'monitor', resolved.kind === 'misuse' ? resolved.problems.join('\n') : resolved.kind);
	return resolved.options;
}

/** The problems found in a situation. */
export async function problemsOf(situation: Situation): Promise<readonly string[]> {
	const {resolved} = await configure(situation);
	assert.strictEqual(resolved.kind, 'misuse');
	return resolved.problems;
}
