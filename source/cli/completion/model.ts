import {columnNames} from '../../core/columns/choose.js';
import {filterFields} from '../../core/filter/fields.js';
import {stateKinds} from '../../core/instance/instance.js';
import {commands} from '../commands.js';
import {
	commandWords,
	type filterCommands,
	type Command,
	type Option,
} from '../option.js';
import {listOptions} from '../options.js';

/** Shells that have a completion script. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/** Word that makes `ryzetop completion` print the names of the instances that are remembered, for the scripts. */
export const namesWord = 'names';

/**
Words that make `ryzetop completion` print candidates for the scripts, a line each: the names of the instances that are remembered, the
profiles of the config file, and the filter terms of their accounts.
*/
export const askedWords = [namesWord, 'profiles', 'accounts'] as const;

export type AskedWord = (typeof askedWords)[number];

/** Whether a word of `ryzetop completion` asks for candidates. */
export function isAskedWord(word: string | undefined): boolean {
	const words: ReadonlyArray<string | undefined> = askedWords;
	return words.includes(word);
}

/** Beginning of the filter terms whose values the scripts ask the program for. */
export const accountTerm = 'account:';

/** Word that makes `ryzetop help` print all of the monitor's help. */
export const allWord = 'all';

/** Word that makes `ryzetop config` print the keys in force. */
export const keysWord = 'keys';

/** Candidates for a value. One of `symbols` may stand before a word; a list has commas between its words. */
export type Candidates =
	| {readonly kind: 'words'; readonly words: readonly string[]; readonly isList: boolean; readonly symbols: string}
	| {readonly kind: 'files'}
	/** What the script asks the program for. */
	| {readonly kind: 'asked'; readonly word: AskedWord; readonly isList: boolean}
	| {readonly kind: 'anything'};

/** Option as completion offers it. */
export type CompletionOption = {
	readonly name: string;
	/** Letter that is short for it; `undefined` where there is none. */
	readonly letter: string | undefined;
	readonly help: string;
	/** Commands that take the option. */
	readonly commands: readonly Command[];
	/** Candidates for its value; `undefined` for a switch. */
	readonly value: Candidates | undefined;
};

/** Words of a list, or the names of instances. */
export type OwnWords = readonly string[] | typeof namesWord;

/** Model of the command line, from which the scripts of all shells are made. */
export type CompletionModel = {
	readonly options: readonly CompletionOption[];
	/** Words that name a command, each with its summary. */
	readonly commands: ReadonlyArray<readonly [word: Command, summary: string]>;
	/** Words that a command takes after its name, or `names` for the name of an instance. A command that is missing here takes a filter. */
	readonly words: ReadonlyMap<string, OwnWords>;
	/** Filter terms: whole ones where the values of the field are a list, such as `is:stuck`, else their beginnings. */
	readonly filterWords: readonly string[];
};

/** Words of the commands that take no filter. */
const ownWords = {
	wait: namesWord, serve: [], simulate: [], config: ['init', keysWord], completion: shells, help: [...commandWords, allWord],
} as const satisfies Readonly<Record<Exclude<Command, (typeof filterCommands)[number]>, OwnWords>>;

/** Makes the model from the tables of options, columns and filter fields. */
export function createCompletionModel(scenarioNames: readonly string[]): CompletionModel {
	return {
		options: listOptions().map(([name, option]) => ({
			name,
			letter: option.letter,
			help: option.help,
			commands: commandsOf(option),
			value: option.kind === 'switch' ? undefined : findCandidates(option, scenarioNames),
		})),
		commands: commandWords.map(word => [word, commands[word].summary]),
		words: new Map(Object.entries(ownWords)),
		filterWords: listFilterWords(),
	};
}

/** Gives the commands that take an option. `ryzetop config` takes every option that the config file can set. */
function commandsOf({commands: listed, isConfigurable}: Option): readonly Command[] {
	return isConfigurable === false || listed.includes('config') ? listed : [...listed, 'config'];
}

function findCandidates({completes, isFile, isList}: Option, scenarioNames: readonly string[]): Candidates {
	if (isFile === true) {
		return {kind: 'files'};
	}

	const words = (list: readonly string[], symbols = ''): Candidates => ({
		kind: 'words', words: list, isList: isList === true, symbols,
	});
	switch (completes) {
		case undefined: {
			return {kind: 'anything'};
		}

		case 'scenarios': {
			return words(scenarioNames);
		}

		case 'columns': {
			return words(columnNames, '+-');
		}

		case 'sorts': {
			return words(['health', ...columnNames], '-');
		}

		case 'names':
		case 'profiles': {
			return {kind: 'asked', word: completes, isList: isList === true};
		}

		case 'states': {
			return words(stateKinds);
		}

		default: {
			return words(completes);
		}
	}
}

/**
Lists the filter terms. A field that takes a word of a list has a whole term for each word.

Fields that take a comparison are left out: shells take `<` and `>` for a redirection.
*/
function listFilterWords(): readonly string[] {
	return Object.entries(filterFields).flatMap(([key, {name = key, accepts}]) => {
		if (/[<>]/v.test(accepts)) {
			return [];
		}

		const [first = ''] = accepts.split(',', 1);
		const choices = first.split('|');
		return choices.length > 1 ? choices.map(choice => `${name}:${choice}`) : [`${name}:`];
	});
}
