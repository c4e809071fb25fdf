import type {Arguments} from '../../cli/arguments.js';
import {findVariable} from '../../cli/environment.js';
import type {Option} from '../../cli/option.js';
import {options, type OptionName} from '../../cli/options.js';
import type {Layer} from '../file/layer.js';
import type {Environment} from '../../core/text/environment.js';
import type {Parsed} from '../../core/text/parsed.js';
import {addSwitches} from './precedence.js';

/** Text of an option. `place` names its origin in messages. */
export type FoundOption = {
	readonly text: string;
	readonly from: 'argument' | 'environment' | 'config' | 'default';
	readonly place: string;
};

/** Reader of the options, one after the other. It collects all problems, so that the user gets them at once. */
export type OptionReader = {
	/** Finds the text of an option: on the command line, else in the environment, else in the config file, else its default. */
	readonly find: (name: OptionName) => FoundOption | undefined;
	/** Gives the parsed value; `undefined` if the option has no text, or if there was a problem. */
	readonly read: <Value>(name: OptionName, parse: (text: string) => Parsed<Value>) => Value | undefined;
	/** Whether a switch is on: by the command line, else by the config file. */
	readonly isOn: (name: OptionName) => boolean;
	readonly environment: Environment;
	readonly report: (problem: string) => void;
	readonly problems: () => readonly string[];
	/**
	Makes the reader of one of several accounts, whose layer is `profile`: it finds no variable of the environment and no token beside that
	layer. It has problems of its own.
	*/
	readonly within: (profile: Layer) => OptionReader;
};

/** Makes an option reader. It starts with the problems of the command line. `layers` are those of the config file, the profile first. */
export function createOptionReader(given: Arguments, environment: Environment, layers: readonly Layer[] = []): OptionReader {
	const problems = [...given.problems];
	const {switches} = addSwitches(given, layers, environment);

	const find = (name: OptionName): FoundOption | undefined => {
		const option: Option = options[name];
		const argument = given.values.get(name);
		if (argument !== undefined) {
			return {text: argument, from: 'argument', place: `--${name}`};
		}

		const variable = findVariable(option.environment ?? [], environment);
		if (variable !== undefined) {
			return {text: variable.text.trim(), from: 'environment', place: variable.name};
		}

		const isForCommand = option.configures === undefined || given.command === 'config' || option.configures.includes(given.command);
		for (const {texts, place} of isForCommand ? layers : []) {
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
		isOn: name => switches.has(name),
		environment,
		report(problem) {
			problems.push(problem);
		},
		// An option that several commands read gives its problem only once.
		problems: () => [...new Set(problems)],
		within(profile) {
			const others = layers.map(layer => ({...layer, tokenCommand: undefined, texts: withoutToken(layer.texts)}));
			return createOptionReader({...given, values: withoutToken(given.values), problems: []}, {}, [profile, ...others]);
		},
	};
}

function withoutToken(texts: ReadonlyMap<OptionName, string>): ReadonlyMap<OptionName, string> {
	return new Map(texts.entries().filter(([name]) => name !== 'token-file'));
}
