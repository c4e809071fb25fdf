import {unicodeSymbols} from '../screen/symbols.js';
import {
	bindings,
	type Binding,
	isCustom,
	type CommandId,
	type Keymap,
} from './bindings.js';
import {describeChord, type KeyNames} from './key-names.js';
import {placeTable, type FocusedPlace, type Place} from './places.js';
import {bindingsAt, chordOf} from './resolve.js';

/** Entry of the help and of the documents: the texts of the keys, and the description of what they do. */
type KeyHelp = {
	readonly keys: readonly string[];
	readonly does: string;
};

/** All keys of one place. */
export type PlaceKeys = {
	readonly place: Place;
	readonly heading: string;
	/** What any other key does; empty where it does nothing, or what the shared ones do. */
	readonly otherwise: string;
	readonly keys: readonly KeyHelp[];
};

/** Lists all keys by place; keys with the same words are one entry. What no key does is left out. */
export function describeKeys(
	keymap: Keymap,
	names: KeyNames = unicodeSymbols,
	wordsOf: (binding: Binding) => string = ({does}) => does,
): readonly PlaceKeys[] {
	return placeTable.flatMap(row => {
		const {place, heading} = row;
		const byDescription = new Map<string, string[]>();
		for (const binding of keymap) {
			if (!(binding.place === place && binding.chords.length > 0)) {
				continue;
			}

			const words = wordsOf(binding);
			byDescription.set(words, [...byDescription.get(words) ?? [], ...binding.chords.map(chord => describeChord(chord, names))]);
		}

		const keys = [...byDescription].map(([does, texts]) => ({keys: joinDigits(texts), does}));
		return keys.length === 0
			? []
			: [{
				place, heading, otherwise: 'otherwise' in row ? row.otherwise : '', keys,
			}];
	});
}

/** Writes three digits or more that follow each other as one key, such as `1–5`. */
function joinDigits(keys: readonly string[]): readonly string[] {
	const runs: string[][] = [];
	for (const key of keys) {
		const run = runs.at(-1);
		if (run !== undefined && /^\d$/v.test(key) && Number(run.at(-1)) + 1 === Number(key)) {
			run.push(key);
		} else {
			runs.push([key]);
		}
	}

	return runs.flatMap(run => run.length < 3 ? run : [`${run[0] ?? ''}–${run.at(-1) ?? ''}`]);
}

/** Key in the footer with its word, and whether it is there at any width. */
export type Hint = {
	readonly key: string;
	readonly hint: string;
	readonly isKept: boolean;
};

/** Words of hints that differ now from those of the table; an empty one leaves its hint out. */
export type HintWords = Readonly<Partial<Record<CommandId, string>>>;

/** Hints of a place for the footer, in the order of the bindings: the first key of each, and its word. */
export function hintsAt(place: FocusedPlace, keymap: Keymap, words: HintWords = {}, names: KeyNames = unicodeSymbols): readonly Hint[] {
	return bindingsAt(place, keymap).flatMap(({command, chords, hint: word, isHintKept}: Binding) => {
		const [chord] = chords;
		const now = isCustom(command) ? undefined : words[command];
		const hint = now === '' ? undefined : now ?? word;
		return hint === undefined || chord === undefined ? [] : [{key: describeChord(chord, names), hint, isKept: isHintKept === true}];
	});
}

/** Text of the first key that runs a command at a place; `undefined` where none does. */
export function keyOf(command: CommandId, place: FocusedPlace, keymap: Keymap, names: KeyNames = unicodeSymbols): string | undefined {
	const chord = chordOf(command, place, keymap);
	return chord === undefined ? undefined : describeChord(chord, names);
}

/** What to say to a person who pasted where pasted text does nothing, with the key that opens a prompt where there is one. */
export function describePasteAt(place: FocusedPlace, keymap: Keymap, names?: KeyNames): string {
	const key = keyOf('prompt.open', place, keymap, names) ?? keyOf('find.open', place, keymap, names);
	return `pasted text does nothing here${key === undefined ? '' : `; ${key} opens a prompt`}`;
}

/** What to say to a person who goes on to a match where nothing is looked for, with the key that begins a search where there is one. */
export function describeNoSearchAt(place: FocusedPlace, keymap: Keymap, names?: KeyNames): string {
	const key = keyOf('find.open', place, keymap, names);
	return `nothing is looked for yet${key === undefined ? '' : `: ${key} begins`}`;
}

/** The title of the keys of a place where what any other key does is no entry of its own. */
export function wholeHeading({heading, otherwise}: Pick<PlaceKeys, 'heading' | 'otherwise'>): string {
	return otherwise === '' ? heading : `${heading}, else ${otherwise}`;
}

/** Table of the keys in the README, in Markdown. */
export function keyTable(): string {
	const rows = describeKeys(bindings).map(({keys, ...place}) => `| ${wholeHeading(place)} | ${keys.map(help => keyTableEntry(help)).join(' · ')} |`);
	return ['| where | keys |', '| --- | --- |', ...rows].join('\n');
}

function keyTableEntry({keys, does}: KeyHelp): string {
	return `${keys.map(key => `\`${key}\``).join(' ')} ${does}`;
}
