import {columnNames} from '../../core/columns/choose.js';
import {filterFields} from '../../core/filter/fields.js';
import {stateKinds} from '../../core/instance/instance.js';
import {commands} from '../commands.js';
import {commandWords} from '../check-usage.js';
import {listOptions, type Command, type Option} from '../options.js';

/** The shells that completion scripts are made for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/** What may stand as a value. `signs` may stand before a word; a list has commas between its words. */
export type Candidates =
	| {readonly kind: 'words'; readonly words: readonly string[]; readonly isList: boolean; readonly symbols: string}
	| {readonly kind: 'files'}
	| {readonly kind: 'anything'};

export type CompletionOption = {
	readonly name: string;
	readonly help: string;
	/** The commands that take it. */
	readonly commands: readonly Command[];
	/** Switches take no value. */
	readonly value: Candidates | undefined;
};

/** All that a completion script knows, whatever the shell. */
export type CompletionModel = {
	readonly options: readonly CompletionOption[];
	/** The words that name a command, and what each does. */
	readonly commands: ReadonlyArray<readonly [word: Command, summary: string]>;
	/** Words that a command takes after its own; the filter's for those that are not here. */
	readonly words: ReadonlyMap<Command, readonly string[]>;
	/** The beginnings of filter terms, and whole ones where their values are known. */
	readonly filterWords: readonly string[];
};

/** Commands whose words are no filter. */
const ownWords: ReadonlyMap<Command, readonly string[]> = new Map<Command, readonly string[]>([
	['wait', []],
	['simulate', []],
	['config', ['init']],
	['completion', shells],
]);

/** Makes the model from the tables of options, columns and filter fields. */
export function createCompletionModel(scenarioNames: readonly string[]): CompletionModel {
	return {
		options: listOptions().map(([name, option]) => ({
			name,
			help: option.help,
			commands: takersOf(option),
			value: option.kind === 'switch' ? undefined : findCandidates(option, scenarioNames),
		})),
		commands: commandWords.map(word => [word, commands[word].summary]),
		words: ownWords,
		filterWords: listFilterWords(),
	};
}

/** `ryzetop config` takes what the config file can set as well. */
function takersOf({commands: takers, isConfigurable}: Option): readonly Command[] {
	return isConfigurable === false || takers.includes('config') ? takers : [...takers, 'config'];
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

		case 'states': {
			return words(stateKinds);
		}

		default: {
			return words(completes);
		}
	}
}

/** A field that takes words from a list is completed to its end. Those that take a comparison are left out: shells take its sign for a redirection. */
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
