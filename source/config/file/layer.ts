import path from 'node:path';
import {findNearest} from '../../core/text/nearest.js';
import {isSecretName} from '../../core/text/secret-name.js';
import type {Option} from '../../cli/option.js';
import {isOptionName, listOptions, type OptionName} from '../../cli/options.js';
import {shorten, quote} from '../../core/text/quote.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import type {LineOf} from './find-line.js';
import {nameLine, nameValue} from './name-value.js';

/** Table of the config file, as the TOML parser gives it. */
export type Table = Readonly<Record<string, unknown>>;

/** Settings of one table of the config file: its top level, or one profile. */
export type Layer = {
	/** Name of the profile, safe to show; the top level has none. */
	readonly profile: string | undefined;
	/** Values of the options, in the form of the command line. */
	readonly texts: ReadonlyMap<OptionName, string>;
	readonly switches: ReadonlyMap<OptionName, boolean>;
	/** Program that prints the token, and its arguments. */
	readonly tokenCommand: readonly string[] | undefined;
	/** Names the place of a key in a message. */
	readonly place: (name: OptionName | 'token_command') => string;
};

/** Layer, with its problems and warnings in sentences. */
export type ReadLayer = {
	readonly layer: Layer;
	readonly problems: readonly string[];
	readonly warnings: readonly string[];
};

/** Location of a table. `shown` is the path of the file as it is shown. Relative paths in the table begin at `folder`. */
export type TableLocation = {
	readonly shown: string;
	readonly lineOf: LineOf;
	readonly folder: string;
	/** Name of the profile, as it is in the file. */
	readonly profile: string | undefined;
};

/** Tables at the top of the file that are no settings, and are read by `config/custom`. */
const ownTables: ReadonlySet<string> = new Set(['keys', 'view', 'command']);

/** Gives the key of an option in the config file, where words are joined with `_`. */
export function keyOf(name: OptionName): string {
	return name.replaceAll('-', '_');
}

/** Lists the options that the config file can set. `profile` can be set only at the top level. */
export function listConfigurable(): ReadonlyArray<readonly [name: OptionName, option: Option]> {
	return listOptions().filter(([, {isConfigurable}]) => isConfigurable !== false);
}

/**
Reads a table of the config file by the table of options.

An unknown key is a warning, a value of a wrong type is a problem. The text of a value is checked later, by the parser of its option.
*/
export function readLayer(table: Table, {shown, lineOf, folder, profile: name}: TableLocation): ReadLayer {
	const problems: string[] = [];
	const warnings: string[] = [];
	const texts = new Map<OptionName, string>();
	const switches = new Map<OptionName, boolean>();
	const profile = name === undefined ? undefined : shorten(name);
	const pathOf = (key: string) => name === undefined ? [key] : ['profiles', name, key];
	const at = (key: string) => nameValue({shown, lineOf}, pathOf(key));
	const configurable = listConfigurable().filter(([option]) => profile === undefined || option !== 'profile');
	const optionsByKey = new Map(configurable.map(entry => [keyOf(entry[0]), entry]));
	const keys = [...optionsByKey.keys(), 'token_command', ...profile === undefined ? ['profiles', ...ownTables] : []];
	let tokenCommand: readonly string[] | undefined;

	const take = <Value>(key: string, parsed: Parsed<Value>): Value | undefined => {
		if (parsed.kind === 'problem') {
			problems.push(`${at(key)}: ${parsed.problem}`);
			return undefined;
		}

		return parsed.value;
	};

	for (const [key, value] of Object.entries(table)) {
		const [optionName, option] = optionsByKey.get(key) ?? [];
		if (optionName === undefined || option === undefined) {
			if (key === 'token_command') {
				tokenCommand = take(key, readCommand(value));
			} else if (profile !== undefined || !(key === 'profiles' || ownTables.has(key))) {
				warnings.push(`${nameLine({shown, lineOf}, pathOf(key))}: ${describeUnknown(key, value, {profile, keys})}`);
			}
		} else if (isSwitch(optionName, option, value)) {
			const isOn = take(key, typeof value === 'boolean' ? accept(value) : refuse('It is on or off: write true or false, without quotes.'));
			if (isOn !== undefined) {
				setSwitch(switches, optionName, isOn);
			}
		} else {
			const text = take(key, readText(value, option));
			if (text !== undefined) {
				const isRelative = option.isFile === true && !text.startsWith('~/') && text !== '-';
				texts.set(optionName, isRelative ? path.resolve(folder, text) : text);
			}
		}
	}

	if (texts.has('token-file') && tokenCommand !== undefined) {
		problems.push(`${at('token_command')}: There is a token_file beside it. Leave one of them out.`);
	}

	return {
		layer: {
			profile, texts, switches, tokenCommand, place: option => at(option === 'token_command' ? option : keyOf(option)),
		},
		problems,
		warnings,
	};
}

/** The file of the memory can be switched off, and on, under its own key. */
function isSwitch(name: OptionName, {kind}: Option, value: unknown): boolean {
	return kind === 'switch' || (name === 'history' && typeof value === 'boolean');
}

function setSwitch(switches: Map<OptionName, boolean>, name: OptionName, isOn: boolean): void {
	if (name === 'history') {
		switches.set('no-history', !isOn);
	} else {
		switches.set(name, isOn);
	}
}

function readText(value: unknown, {isList, isFile, placeholder, completes}: Option): Parsed<string> {
	if (typeof value === 'number') {
		return accept(String(value));
	}

	const broken = completes === 'names' && isTexts(value) ? value.find(name => name.includes(',')) : undefined;
	if (broken !== undefined) {
		return refuse(`${quote(broken)} cannot be asked for: the API's filter takes a comma for the end of a name.`);
	}

	const text = isList === true && isTexts(value) ? value.join(',') : value;
	if (typeof text !== 'string') {
		if (typeof completes === 'object') {
			return refuse(`It must be one of these, in quotes: ${completes.join(', ')}.`);
		}

		return refuse(`It must be ${isList === true ? 'a text in quotes, or a list of them' : 'a text in quotes, or a number'}.`);
	}

	if (text.trim() === '') {
		return refuse(`It is empty. Give it a value (${placeholder}), or leave the line out.`);
	}

	// Names of instances and of files may end in blanks.
	return accept(isList === true || isFile === true ? text : text.trim());
}

/** Reads a token command. Its arguments may hold secrets, so no problem shows them. */
function readCommand(value: unknown): Parsed<readonly string[]> {
	if (!isTexts(value) || (value[0] ?? '').trim() === '') {
		return refuse('It must be a list of texts, the program first: ["pass", "show", "ryzeapi"]. '
			+ 'No shell reads it; for one, write ["sh", "-c", "…"].');
	}

	return value.some(argument => argument.includes('\0')) ? refuse('It holds a character that no argument can hold.') : accept(value);
}

/** Whether a value is a list of texts. */
export function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every(item => typeof item === 'string');
}

/** Whether a value is a table; dates and lists are none. */
export function isTable(value: unknown): value is Table {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

type TableKeys = {readonly profile: string | undefined; readonly keys: readonly string[]};

/** Describes a key that is not used. Its value, which may be a secret, is not shown. */
function describeUnknown(key: string, value: unknown, {profile, keys}: TableKeys): string {
	const place = profile === undefined ? '' : ` in profiles.${profile}`;
	const name = key.replaceAll('_', '-');
	if (isOptionName(name) && name.replaceAll('-', '_') === key) {
		const reason = name === 'profile' ? 'it belongs at the top of the file' : 'it is for the command line alone';
		return `${key}${place} is not used: ${reason}.`;
	}

	const nearest = findNearest(key, keys);
	if (nearest !== undefined) {
		return `There is no setting ${quote(key)}${place}. Did you mean ${nearest}?`;
	}

	if (isSecretName(key)) {
		return `${quote(key)}${place} is not used: a secret does not stand in this file. `
			+ 'Name a token_file, or a token_command that prints the token.';
	}

	return isTable(value) && profile === undefined
		? `There is no setting ${quote(key)}. A profile of that name begins with [profiles.${shorten(key)}].`
		: `There is no setting ${quote(key)}${place}. ryzetop config lists all there are.`;
}
