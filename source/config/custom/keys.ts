import {
	describeNoCommand,
	findCommand,
	type KeyWish,
} from '../../core/keymap/bind.js';
import type {Chord} from '../../core/keymap/bindings.js';
import {parseKey} from '../../core/keymap/key-names.js';
import type {KeyPath} from '../file/find-line.js';
import {isTable, isTexts} from '../file/layer.js';
import type {Config} from '../file/load.js';
import {nameValue} from '../file/name-value.js';

/** The table `[keys]`, read: the keys that are wanted for commands, and what is wrong with them. */
type ReadKeys = {
	readonly wishes: readonly KeyWish[];
	readonly problems: readonly string[];
};

const listProblem = 'It must be a list of keys in quotes, such as ["y", "ctrl+y"]; [] is for none.';

/** Reads `[keys]`. */
export function readKeys(config: Config): ReadKeys {
	const {keys = {}} = config.table;
	if (!isTable(keys)) {
		return {wishes: [], problems: [`${nameValue(config, ['keys'])}: It must be a table, which begins with the line [keys].`]};
	}

	const problems: string[] = [];
	const wishes = new Map<string, KeyWish>();
	for (const {id, value, path} of listEntries(keys, ['keys'])) {
		const at = nameValue(config, path);
		const command = findCommand(id);
		const chords = readChords(value);
		if (command === undefined) {
			problems.push(`${at}: ${describeNoCommand(id)}`);
		} else if (wishes.has(id)) {
			problems.push(`${at}: This command is there already, further up.`);
		} else {
			wishes.set(id, {command, chords: chords.chords, at});
		}

		problems.push(...chords.problems.map(problem => `${at}: ${problem}`));
	}

	return {wishes: wishes.values().filter(({at}) => problems.every(problem => !problem.startsWith(at))).toArray(), problems};
}

type Entry = {readonly id: string; readonly value: unknown; readonly path: KeyPath};

/** The commands that are named: `"copy.name" = …`, and `name = …` in the table `[keys.copy]`. */
function listEntries(table: Readonly<Record<string, unknown>>, path: KeyPath): readonly Entry[] {
	return Object.entries(table).flatMap(([key, value]) => {
		const here = [...path, key];
		return isTable(value) ? listEntries(value, here) : [{id: here.slice(1).join('.'), value, path: here}];
	});
}

function readChords(value: unknown): {readonly chords: readonly Chord[]; readonly problems: readonly string[]} {
	if (!isTexts(value)) {
		return {chords: [], problems: [listProblem]};
	}

	const parsed = value.map(key => parseKey(key));
	return {
		chords: [...new Set(parsed.flatMap(key => key.kind === 'value' ? key.value : []))],
		problems: parsed.flatMap(key => key.kind === 'problem' ? key.problem : []),
	};
}
