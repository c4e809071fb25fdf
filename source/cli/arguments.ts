import {isSecretName} from '../core/text/secret-name.js';
import {findNearest} from '../core/text/nearest.js';
import {cut} from '../core/text/quote.js';
import {
	isOptionName,
	listOptions,
	options,
	type Command,
	type Option,
	type OptionName,
} from './options.js';

/** The command line, taken apart. */
export type Arguments = {
	readonly command: Command;
	/** What is neither the command nor an option. */
	readonly words: readonly string[];
	/** Of an option given several times, the last. Empty ones are left out: they are among the problems. */
	readonly values: ReadonlyMap<OptionName, string>;
	readonly switches: ReadonlySet<OptionName>;
	/** Switches turned off with `--no-` before their name, where the config file may turn them on. */
	readonly refused?: ReadonlySet<OptionName>;
	/** What `findMisspelt` found. */
	readonly problems: readonly string[];
};

/** The answer to a token on the command line. It does not say which one. */
export const tokenAsArgument = 'A token is never an option: ps shows options to everyone on this machine. Put it into RYZE_TOKEN, or into a file for --token-file.';

/** Says whether an argument is an option, known or not. A lone `-` and negative numbers are not. */
export function isOption(argument: string): boolean {
	return argument.startsWith('-') && !/^-(?:\d+(?:\.\d+)?|\.\d+)?$/v.test(argument);
}

/** The switch that an option written with `--no-` turns off; none for one that the config file could not turn on. */
export function findRefused(name: string): OptionName | undefined {
	const refused = name.replace(/^no-/v, '');
	if (refused === name || isOptionName(name) || !isOptionName(refused)) {
		return undefined;
	}

	const {kind, isConfigurable}: Option = options[refused];
	return kind === 'switch' && isConfigurable !== false ? refused : undefined;
}

/**
Finds what is wrong with how options are written, before any value is read: unknown ones, values that are missing, values of switches. Takes the arguments before a `--`.

Nothing that may be a token is repeated: neither a value nor letters joined to a short option, of which there are none.
*/
export function findUnknownOptions(argv: readonly string[]): readonly string[] {
	const problems: string[] = [];
	let isAfterSecret = false;
	for (const [index, argument] of argv.entries()) {
		const {spelling, text} = divide(argument);
		const name = spelling.replace(/^--/v, '');
		const isKnown = spelling.startsWith('--') && isOptionName(name);
		if (isAfterSecret && !isKnown) {
			isAfterSecret = false;
			continue;
		}

		isAfterSecret = false;
		if (!isOption(argument) || (text === undefined && spelling.startsWith('--') && findRefused(name) !== undefined)) {
			continue;
		}

		if (!isKnown) {
			const problem = describeUnknown(spelling);
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

function divide(argument: string): {readonly spelling: string; readonly text: string | undefined} {
	const equals = argument.indexOf('=');
	return equals === -1
		? {spelling: argument, text: undefined}
		: {spelling: argument.slice(0, equals), text: argument.slice(equals + 1)};
}

function describeUnknown(spelling: string): string {
	const name = spelling.replace(/^-+/v, '');
	const nearest = findNearest(name, listOptions().map(([known]) => known));
	if (nearest !== undefined) {
		return `There is no option ${cut(spelling)}. Did you mean --${nearest}?`;
	}

	if (isSecretName(name)) {
		return tokenAsArgument;
	}

	const shown = spelling.startsWith('--') ? spelling : [...spelling].slice(0, 2).join('');
	return `There is no option ${cut(shown)}.`;
}

function describeMisuse(name: OptionName, text: string | undefined, next: string | undefined): string | undefined {
	const {kind, placeholder}: Option = options[name];
	if (kind === 'switch') {
		return text === undefined ? undefined : `--${name} takes no value: write --${name} alone, or leave it out.`;
	}

	const following = next === undefined || isOption(next) ? '' : next;
	return (text ?? following) === '' ? `--${name} needs a value: --${name} ${placeholder}.` : undefined;
}
