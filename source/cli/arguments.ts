import {isSecretName} from '../core/text/secret-name.js';
import {findNearest} from '../core/text/nearest.js';
import {shorten} from '../core/text/quote.js';
import type {Command, Option} from './option.js';
import {
	isOptionName,
	listOptions,
	options,
	type OptionName,
} from './options.js';

/** Parsed command line. */
export type Arguments = {
	readonly command: Command;
	/** Arguments that are neither the command nor an option. */
	readonly words: readonly string[];
	/** Values of the options; the last one of an option that is given several times. Empty values are missing here: they are problems. */
	readonly values: ReadonlyMap<OptionName, string>;
	readonly switches: ReadonlySet<OptionName>;
	/** Switches that are turned off by `--no-` before their name. The config file may have turned them on. */
	readonly negated?: ReadonlySet<OptionName>;
	/** Problems that `findUnknownOptions` found. */
	readonly problems: readonly string[];
};

/** Problem of a token on the command line. It does not repeat the token. */
export const tokenAsArgument = 'A token is never an option: ps shows options to everyone on this machine. '
	+ 'Put it into RYZE_TOKEN, or into a file for --token-file.';

/** Whether an argument is an option, existing or not. A `-` alone and negative numbers are not. */
export function isOption(argument: string): boolean {
	return argument.startsWith('-') && !/^-(?:\d+(?:\.\d+)?|\.\d+)?$/v.test(argument);
}

/** Finds the switch that an option with `--no-` turns off; `undefined` for a switch that the config file cannot turn on. */
export function findNegated(name: string): OptionName | undefined {
	const negated = name.replace(/^no-/v, '');
	if (negated === name || isOptionName(name) || !isOptionName(negated)) {
		return undefined;
	}

	const {kind, isConfigurable}: Option = options[negated];
	return kind === 'switch' && isConfigurable !== false ? negated : undefined;
}

/**
Finds problems with how options are written: unknown options, missing values, and values of switches. It takes the arguments before a `--`.

A problem repeats nothing that may be a token: no value, and no letters joined to a short option.
*/
export function findUnknownOptions(argv: readonly string[]): readonly string[] {
	const problems: string[] = [];
	let isAfterSecret = false;
	for (const [index, argument] of argv.entries()) {
		const {written, text} = splitValue(argument);
		const name = findByLetter(written) ?? written.replace(/^--/v, '');
		const isExisting = /^--|^-.$/v.test(written) && isOptionName(name);
		if (isAfterSecret && !isExisting) {
			isAfterSecret = false;
			continue;
		}

		isAfterSecret = false;
		if (!isOption(argument) || (text === undefined && written.startsWith('--') && findNegated(name) !== undefined)) {
			continue;
		}

		if (!isExisting) {
			const problem = describeUnknown(written);
			problems.push(problem);
			isAfterSecret = problem === tokenAsArgument && text === undefined;
			continue;
		}

		const problem = describeMisuse(name, text, argv[index + 1]);
		if (problem !== undefined) {
			problems.push(problem);
		}
	}

	return problems;
}

/** Splits an option into the name as it is written, with its dashes, and the value after `=`. */
function splitValue(argument: string): {readonly written: string; readonly text: string | undefined} {
	const equals = argument.indexOf('=');
	return equals === -1
		? {written: argument, text: undefined}
		: {written: argument.slice(0, equals), text: argument.slice(equals + 1)};
}

/** Finds the option that a dash and one letter is short for. */
function findByLetter(written: string): OptionName | undefined {
	return listOptions().find(([, {letter}]) => letter !== undefined && written === `-${letter}`)?.[0];
}

function describeUnknown(written: string): string {
	const name = written.replace(/^-+/v, '');
	const nearest = findNearest(name, listOptions().map(([existing]) => existing));
	if (nearest !== undefined) {
		return `There is no option ${shorten(written)}. Did you mean --${nearest}?`;
	}

	if (isSecretName(name)) {
		return tokenAsArgument;
	}

	const shown = written.startsWith('--') ? written : [...written].slice(0, 2).join('');
	if (findByLetter(shown) !== undefined) {
		return `${shown} stands alone: leave out the letters after it.`;
	}

	return `There is no option ${shorten(shown)}.`;
}

function describeMisuse(name: OptionName, text: string | undefined, next: string | undefined): string | undefined {
	const {kind, placeholder}: Option = options[name];
	if (kind === 'switch') {
		return text === undefined ? undefined : `--${name} takes no value: write --${name} alone, or leave it out.`;
	}

	const following = next === undefined || isOption(next) ? '' : next;
	return (text ?? following) === '' ? `--${name} needs a value: --${name} ${placeholder}.` : undefined;
}
