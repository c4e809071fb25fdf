import {stateKinds, type ConnectionState, type StateKind} from '../core/instance/instance.js';
import {sanitize} from '../core/text/sanitize.js';
import type {Database} from './sqlite.js';

/** A state as it is recorded; `undefined` where the list did not have the instance. */
export type RecordedState = ConnectionState | undefined;

/** The states and other words of the record, each of which is a number there. */
export type Words = {
	/** The number of a word; one that is new is added, in the transaction that is open. */
	readonly numberOf: (word: string) => number;
	readonly textOf: (number: number) => string;
	readonly stateNumber: (state: RecordedState) => number;
	readonly stateOf: (number: number) => RecordedState;
};

/** The documented kinds of state are 1 to 4, and absent is 0. */
const kindOf = new Map(stateKinds.filter(kind => kind !== 'other').map((kind, index) => [index + 1, kind] as const));
const numberOfKind = new Map(kindOf.entries().map(([number, kind]) => [kind, number] as const));

/** The kind of the state of a number; `undefined` for absent. */
export function kindOfNumber(number: number): StateKind | undefined {
	return number === 0 ? undefined : kindOf.get(number) ?? 'other';
}

/** The first number of a word that is no documented state. */
const firstWord = 16;

/** Opens the words of a record. Those that other processes add are found when they are asked for. */
export function openWords(database: Database): Words {
	const find = database.prepare('select text from word where id = ?');
	const texts = new Map<number, string>();
	const numbers = new Map<string, number>();
	const learn = (number: number, text: string) => {
		texts.set(number, text);
		numbers.set(text, number);
	};

	const textOf = (number: number) => {
		const known = texts.get(number);
		if (known !== undefined) {
			return known;
		}

		const text = String(find.get(number)?.text ?? '');
		learn(number, text);
		return text;
	};

	const numberOf = (word: string) => {
		const known = numbers.get(word);
		if (known !== undefined) {
			return known;
		}

		database.prepare('insert or ignore into word select max(coalesce(max(id), 0) + 1, ?), ? from word').run(firstWord, word);
		const number = Number(database.prepare('select id from word where text = ?').get(word)?.id);
		return number;
	};

	return {
		numberOf,
		textOf,
		stateNumber(state) {
			return state === undefined ? 0 : (state.kind === 'other' ? numberOf(state.text) : numberOfKind.get(state.kind) ?? 0);
		},
		stateOf(number) {
			if (number === 0) {
				return undefined;
			}

			const kind = kindOf.get(number);
			// What is in the file may have been written by anybody.
			return kind === undefined ? {kind: 'other', text: sanitize(textOf(number))} : {kind, text: sanitize(kind)};
		},
	};
}
