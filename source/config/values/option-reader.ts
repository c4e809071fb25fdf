import type {Arguments} from '../../cli/arguments.js';
import {options, type Option, type OptionName} from '../../cli/options.js';
import type {Layer} from '../file/layer.js';
import type {Environment} from '../../core/text/environment.js';
import type {Parsed} from '../../core/text/parsed.js';

/** The text of an option, and what to call the place it came from in a message. */
export type FoundOption = {
	readonly text: string;
	readonly from: 'argument' | 'environment' | 'config' | 'default';
	readonly place: string;
};

/** Reads one option after the other and remembers everything that was wrong, so that a person hears it all at once. */
export type OptionReader = {
	/** Where the option has its text from: the command line before the environment, that before the config file, and that before the default. */
	readonly find: (name: OptionName) => FoundOption | undefined;
	/** The value; nothing if there is none, or if there was a problem. */
	readonly read: <Value>(name: OptionName, parse: (text: string) => Parsed<Value>) => Value | undefined;
	readonly report: (problem: string) => void;
	readonly problems: () => readonly string[];
};

/** Begins with the problems that the command line itself has. `layers` are what the config file says, the profile first. */
export function createOptionReader(given: Arguments, environment: Environment, layers: readonly Layer[] = []): OptionReader {
	const problems = [...given.problems];

	const find = (name: OptionName): FoundOption | undefined => {
		const option: Option = options[name];
		const argument = given.values.get(name);
		if (argument !== undefined) {
			return {text: argument, from: 'argument', place: `--${name}`};
		}

		const variable = option.environment ?? '';
		const text = environment[variable]?.trim() ?? '';
		if (text !== '') {
			return {text, from: 'environment', place: variable};
		}

		for (const {texts, place} of layers) {
			const configured = texts.get(name);
			if (configured !== undefined) {
				return {text: configured, from: 'config', place: place(name)};
			}
		}

		return option.default === undefined ? undefined : {text: option.default, from: 'default', place: `--${name}`};
	};

	return {
		find,
		read(name, parse) {
			const found = find(name);
			const parsed = found ? parse(found.text) : undefined;
			if (found && parsed?.kind === 'problem') {
				problems.push(`${found.place}: ${parsed.problem}`);
			}

			return parsed?.kind === 'value' ? parsed.value : undefined;
		},
		report(problem) {
			problems.push(problem);
		},
		// What several commands read may be wrong only once.
		problems: () => [...new Set(problems)],
	};
}
