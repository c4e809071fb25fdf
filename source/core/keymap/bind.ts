import {findNearest} from '../text/nearest.js';
import {quote} from '../text/quote.js';
import {asciiSymbols} from '../screen/symbols.js';
import {
	bindings,
	type Binding,
	type BoundCommand,
	type Chord,
	type CommandId,
	type CustomId,
	type Keymap,
} from './bindings.js';
import {describeChord, writeKey} from './key-names.js';
import {placeTable, type FocusedPlace} from './places.js';
import {likesOf, placesAt} from './resolve.js';

/** The keys that somebody wants for a command. `at` is where that is said, such as a file, a line and a key, for messages. */
export type KeyWish = {
	readonly command: CommandId;
	readonly chords: readonly Chord[];
	readonly at: string;
};

/** A key of what the config file has of one's own. */
export type AddedKey = {readonly binding: Binding & {readonly command: CustomId}; readonly at: string};

/** The keys in force, and what is wrong with the wishes, in sentences. */
export type BoundKeys = {
	readonly keymap: Keymap;
	readonly problems: readonly string[];
};

/** Quits at once, or leaves what a person types in; no config file can leave a person without it. */
const lastResort: Chord = 'ctrl+c';
const lastCommand: CommandId = 'app.abort';

/** Whether a command leaves by the last resort the place that it is of, such as a prompt. */
function isLeftByLastResort(command: BoundCommand, table: Keymap): boolean {
	return command !== lastCommand && table.some(row => row.command === command && row.chords.includes(lastResort));
}

const commandIds: readonly CommandId[] = [...new Set(bindings.map(({command}) => command))];

const focusedPlaces = placeTable.filter(row => row.kind !== 'shared').map(row => row.place);

/** Finds a command by its id. */
export function findCommand(id: string): CommandId | undefined {
	return commandIds.find(command => command === id);
}

/** Says that there is no command of an id, and names the nearest. */
export function describeNoCommand(id: string): string {
	const nearest = findNearest(id, commandIds);
	const guess = nearest === undefined ? ' ryzetop config keys lists all of them.' : ` Did you mean ${quote(nearest)}?`;
	return `There is no command ${quote(id)}.${guess}`;
}

/**
Makes the keys in force: those of the table, but for the commands that somebody wants other keys for. Two commands on one key in one place
are a problem, unless the table itself has the one hide the other there. A key of a view hides one of the view that it is like. `added`
are the keys of what is one's own.
*/
export function bindKeys(wishes: readonly KeyWish[], added: readonly AddedKey[] = [], table = bindings): BoundKeys {
	if (wishes.length + added.length === 0) {
		return {keymap: table, problems: []};
	}

	const wanted = new Map<BoundCommand, readonly Chord[]>(wishes.map(({command, chords}) => [command, chords]));
	const bound = table.map((binding): Binding => {
		const wish = wanted.get(binding.command);
		const chords = wish === undefined || !isLeftByLastResort(binding.command, table) ? wish : [...new Set([...wish, lastResort])];
		return chords === undefined ? binding : {...binding, chords: binding.place === 'prompt' ? chords.filter(chord => !isText(chord)) : chords};
	});
	const keymap = [...bound, ...added.map(({binding}) => binding)];
	const own = added.map(({binding: {command, chords}, at}) => ({command, chords, at}));
	const places = new Map<BoundCommand, string>([...wishes, ...own].map(({command, at}) => [command, at]));
	return {
		keymap,
		problems: [
			...wishes.flatMap(wish => checkWish(wish, table)),
			...own.flatMap(wish => checkLastResort(wish, table)),
			...findConflicts(keymap, table, places),
		],
	};
}

function checkWish({command, chords, at}: KeyWish, table: Keymap): readonly string[] {
	const rows = table.filter(binding => binding.command === command);
	const typed = rows.every(({place}) => place === 'prompt') ? chords.filter(chord => isText(chord)) : [];
	return [
		...typed.map(chord => `${at}: ${quote(writeKey(chord))} is text where one types, and can be no command there.`),
		...checkLastResort({command, chords, at}, table),
	];
}

function checkLastResort(
	{command, chords, at}: Pick<KeyWish, 'chords' | 'at'> & {readonly command: BoundCommand},
	table: Keymap,
): readonly string[] {
	return [
		...command === lastCommand && !chords.includes(lastResort)
			? [`${at}: ${describeChord(lastResort, asciiSymbols)} always quits. Leave ${quote(lastResort)} in the list.`]
			: [],
		...command !== lastCommand && chords.includes(lastResort) && !isLeftByLastResort(command, table)
			? [`${at}: ${describeChord(lastResort, asciiSymbols)} always quits, and can do nothing else. Take another key.`]
			: [],
	];
}

/** Whether a chord is a character, which a prompt takes for text. */
function isText(chord: Chord): boolean {
	return [...chord].length === 1;
}

/** `places` are those at which the commands that somebody has bound are named. */
function findConflicts(keymap: Keymap, table: Keymap, places: ReadonlyMap<BoundCommand, string>): readonly string[] {
	const found = new Map<string, string>();
	for (const place of focusedPlaces) {
		for (const [chord, [nearest, ...others]] of rowsByChord(keymap, place)) {
			for (const other of others) {
				const at = [nearest, other].flatMap(({command}) => places.get(command) ?? []).at(-1);
				const key = `${chord} ${[nearest.command, other.command].toSorted().join(' ')}`;
				if (at !== undefined && chord !== lastResort && !isHiddenInTable(chord, [nearest, other], table) && !found.has(key)) {
					found.set(key, `${at}: ${describeChord(chord, asciiSymbols)} would be two commands in the ${place}: ${quote(nearest.command)} (${nearest.does}) `
					+ `and ${quote(other.command)} (${other.does}). Take it from one of them.`);
				}
			}
		}
	}

	return found.values().toArray();
}

/** The rows that have a chord at a place, by the chord: the nearest first, and of each command one. */
function rowsByChord(keymap: Keymap, place: FocusedPlace): ReadonlyMap<Chord, readonly [Binding, ...Binding[]]> {
	const rows = new Map<Chord, [Binding, ...Binding[]]>();
	const behind = likesOf(place);
	for (const here of placesAt(place)) {
		const own = keymap.filter(({place: bound}) => bound === here);
		for (const binding of own) {
			for (const chord of binding.chords) {
				const known = rows.get(chord);
				if (known === undefined) {
					rows.set(chord, [binding]);
				} else if (!behind.includes(here) && known.every(({command}) => command !== binding.command)) {
					known.push(binding);
				}
			}
		}
	}

	return rows;
}

function isHiddenInTable(chord: Chord, rows: readonly Binding[], table: Keymap): boolean {
	return rows.every(({command, place}) => table.some(row => row.command === command && row.place === place && row.chords.includes(chord)));
}
