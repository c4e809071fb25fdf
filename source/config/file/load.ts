import path from 'node:path';
import {findNearest} from '../../core/text/nearest.js';
import {sanitize} from '../../core/text/sanitize.js';
import {isAskedWord, keysWord} from '../../cli/completion/model.js';
import type {Arguments} from '../../cli/arguments.js';
import {shorten, quote} from '../../core/text/quote.js';
import type {Environment} from '../../core/text/environment.js';
import type {Parsed} from '../../core/text/parsed.js';
import {
	isTable,
	isTexts,
	readLayer,
	type Layer,
	type ReadLayer,
	type Table,
} from './layer.js';
import {createLineFinder, type LineOf} from './find-line.js';
import {nameValue, sortByLine} from './name-value.js';
import {expandHome, type ReadSmallFile, type SmallFile} from './read-small-file.js';
import {findOverruled, findUnshared} from './overruled.js';
import {findConfigPath, shortenPath} from './path.js';

/** Profile in force: its name, safe to show, the place where it was chosen, and its table. */
export type ChosenProfile = {readonly name: string; readonly place: string; readonly layer: Layer};

/** Config file as it counts for this run. */
export type Config = {
	/** Path of the file; `undefined` where `--config` is missing and there is no home directory. */
	readonly file: string | undefined;
	/** Path as it is shown. */
	readonly shown: string;
	readonly isThere: boolean;
	/** Profiles in force, each an account of its own where there are several. */
	readonly chosen: readonly ChosenProfile[];
	/**
	Layers in force for all accounts: a profile that is alone before the top level; of several profiles none. Empty where the file could not be
	used.
	*/
	readonly layers: readonly Layer[];
	/** All profiles of the file. */
	readonly profiles: readonly Layer[];
	readonly problems: readonly string[];
	readonly warnings: readonly string[];
	/** The whole file, for the tables that are no settings: `[keys]`, `[[view]]` and `[[command]]`. Empty where it could not be used. */
	readonly table: Table;
	/** The line of a value in the file. */
	readonly lineOf: LineOf;
};

/** Config of a run without a config file. */
export const noConfig: Config = {
	file: undefined, shown: 'config.toml', isThere: false, chosen: [], layers: [], profiles: [], problems: [], warnings: [],
	table: {}, lineOf: () => undefined,
};

/** Functions that loading the config file needs from outside. */
export type ConfigPorts = {
	readonly readFile: ReadSmallFile;
	/** Parses the file. It is called only where a file exists, because it loads the TOML parser. */
	readonly parse: (bytes: Uint8Array) => Promise<Parsed<Table>>;
};

/** In bytes; enough for a thousand profiles. */
const largestFile = 262_144;

/** Reads the config file, if the command uses it. A missing file is a problem only where `--config` or `--profile` is given. */
export async function loadConfig(given: Arguments, environment: Environment, {readFile, parse}: ConfigPorts): Promise<Config> {
	const named = given.values.get('config');
	const file = named === undefined ? findConfigPath(environment) : path.resolve(expandHome(named));
	const shown = file === undefined ? 'config.toml' : sanitize(shortenPath(file, environment));
	const empty: Config = {...noConfig, file, shown};
	if (!isConfigUsed(given)) {
		return empty;
	}

	const found = file === undefined ? undefined : await readFile(file, largestFile);
	if (found === undefined || (found.kind === 'failure' && isMissing(found.code) && named === undefined)) {
		const profile = given.values.get('profile');
		const name = file === undefined ? '' : ` ${shown}`;
		return profile === undefined
			? empty
			: {...empty, problems: [`--profile ${quote(profile)}: There is no config file${name}. ryzetop config init writes one.`]};
	}

	if (found.kind !== 'bytes') {
		return {...empty, isThere: !(found.kind === 'failure' && isMissing(found.code)), problems: [`${shown}: ${describeFailure(found)}`]};
	}

	const parsed = await parse(found.bytes);
	const warnings = describeMode(shown, found.sharedMode);
	return parsed.kind === 'problem'
		? {
			...empty, isThere: true, problems: [`${shown}, ${parsed.problem}`], warnings,
		}
		: readConfig(parsed.value, {
			...empty,
			isThere: true,
			warnings,
			environment,
			given,
			table: parsed.value,
			lineOf: createLineFinder(() => new TextDecoder().decode(found.bytes)),
		});
}

/** Permission bits with which others than the owner can write. What is in the file may be read: no secret can be. */
const othersWrite = 0o022;

function describeMode(shown: string, mode: number | undefined): readonly string[] {
	// eslint-disable-next-line no-bitwise -- permissions are bits
	return mode === undefined || (mode & othersWrite) === 0
		? []
		: [`Others can write the config file ${shown} (mode ${mode.toString(8)}), and name commands in it. chmod go-w keeps them out.`];
}

/** Whether the command uses the config file. */
function isConfigUsed({command, words, switches}: Arguments): boolean {
	return !switches.has('help') && !switches.has('version') && (command !== 'completion' || isAskedWord(words[0])) && (!(command === 'config' && words.length > 0) || words[0] === keysWord);
}

type ReadOptions = Config & {readonly environment: Environment; readonly given: Arguments};

/** Reads all tables of the file, so that problems of profiles that are not in force are reported as well. */
function readConfig(table: Table, {environment, given, ...config}: ReadOptions): Config {
	const {file = '', shown, lineOf} = config;
	const location = {shown, lineOf, folder: path.dirname(file)};
	const top = readLayer(table, {...location, profile: undefined});
	const {profiles: tables = {}} = table;
	const problems: string[] = [];
	const read = new Map<string, ReadLayer>();
	for (const [name, profile] of isTable(tables) ? Object.entries(tables) : []) {
		if (isTable(profile)) {
			read.set(name, readLayer(profile, {...location, profile: name}));
		} else {
			problems.push(`${nameValue(config, ['profiles', name])}: It must be a table. A profile begins with a line such as [profiles.prod].`);
		}
	}

	if (!isTable(tables)) {
		problems.push(`${nameValue(config, ['profiles'])}: It must be a table. A profile begins with a line such as [profiles.prod].`);
	}

	const profiles = read.keys().toArray();
	const typed = given.values.get('profile');
	const place = typed === undefined ? top.layer.place('profile') : '--profile';
	const {names, repeated} = readNames(typed ?? top.layer.texts.get('profile'), typed === undefined ? table.profile : undefined, profiles);
	problems.push(...names.filter(name => !read.has(name)).map(name => `${place}: ${describeUnknownProfile(name, profiles, shown)}`));
	const chosen = names.flatMap(name => {
		const layer = read.get(name)?.layer;
		return layer === undefined ? [] : [{name: sanitize(name), place, layer}];
	});
	const [first] = chosen;
	const isAlone = names.length === 1;
	const all = [top, ...read.values()];
	return {
		...config,
		chosen,
		layers: [...isAlone && first !== undefined ? [first.layer] : [], top.layer],
		profiles: read.values().map(({layer}) => layer).toArray(),
		problems: [...all.flatMap(layer => layer.problems), ...problems],
		warnings: [
			...config.warnings,
			...sortByLine(all.flatMap(layer => layer.warnings), shown),
			...repeated.map(name => `${place}: ${shorten(name)} is named twice. It is watched once.`),
			...typed === undefined || !isAlone || first === undefined ? [] : findOverruled(first.layer, given, environment),
			...isAlone ? [] : chosen.flatMap(({layer}) => findUnshared(layer)),
		],
	};
}

type Names = {readonly names: readonly string[]; readonly repeated: readonly string[]};

/**
Reads the names of profiles: those of a list in the file as they are there, else what stands between the commas of a text. There one that
has a comma in it can only be named alone. Blanks at the ends of one that is no profile with them are left out.
*/
function readNames(text: string | undefined, value: unknown, profiles: readonly string[]): Names {
	if (text === undefined) {
		return {names: [], repeated: []};
	}

	const given = isTexts(value) ? value : (profiles.includes(text) ? [text] : text.split(','));
	const all = given.map(name => profiles.includes(name) ? name : name.trim()).filter(name => name !== '');
	const repeated = new Set(all.filter((name, index) => all.indexOf(name) !== index));
	return {names: all.length === 0 ? [text] : [...new Set(all)], repeated: [...repeated]};
}

function describeUnknownProfile(name: string, profiles: readonly string[], shown: string): string {
	const nearest = findNearest(name, profiles);
	const guess = nearest === undefined ? '' : ` Did you mean ${shorten(nearest)}?`;
	const list = profiles.length === 0 ? 'none' : profiles.map(profile => shorten(profile)).join(', ');
	return `There is no profile ${quote(name)}.${guess} ${shown} has ${list}.`;
}

function isMissing(code: string): boolean {
	return code === 'ENOENT' || code === 'ENOTDIR';
}

function describeFailure(found: Exclude<SmallFile, {readonly kind: 'bytes'}>): string {
	if (found.kind === 'too-large') {
		return 'It is too large for a config file.';
	}

	if (found.kind === 'pipe') {
		return 'It is a pipe, which may never give its text. Give the path of a file.';
	}

	switch (found.code) {
		case 'ENOENT':
		case 'ENOTDIR': {
			return 'There is no such file. ryzetop config init, with the same --config, writes one.';
		}

		case 'EACCES':
		case 'EPERM': {
			return 'This user may not read it. Change its owner or its permissions, or give another file with --config.';
		}

		case 'EISDIR': {
			return 'It is a directory. Give the path of a file.';
		}

		case 'ETIMEDOUT': {
			return 'Its file system does not answer. Give another file with --config.';
		}

		default: {
			return `It cannot be read (${found.code}).`;
		}
	}
}
