import {
	bindings,
	placeTable,
	type Binding,
	type CommandId,
	type Keymap,
} from './bindings.js';
import {describeChord} from './key-names.js';
import type {FocusedPlace} from './places.js';
import {bindingsAt} from './resolve.js';

/** Entry of the help and of the README: the texts of the keys, and the description of what they do. */
export type KeyHelp = {
	readonly keys: readonly string[];
	readonly does: string;
};

/**
Lists all keys by place; keys with the same description are one entry. The keys of the help itself are in its footer instead. What no key
does is left out.
*/
export function describeKeys(keymap: Keymap): ReadonlyArray<{readonly heading: string; readonly keys: readonly KeyHelp[]}> {
	return placeTable.flatMap(({place, heading}) => {
		if (heading === undefined) {
			return [];
		}

		const byDescription = new Map<string, string[]>();
		for (const {place: boundPlace, chords, does} of keymap) {
			if (boundPlace === place && chords.length > 0) {
				byDescription.set(does, [...byDescription.get(does) ?? [], ...chords.map(chord => describeChord(chord))]);
			}
		}

		return [{heading, keys: [...byDescription].map(([does, keys]) => ({keys, does}))}];
	});
}

/** Key in the footer with its word, and whether it is there at any width. */
export type Hint = {
	readonly key: string;
	readonly hint: string;
	readonly isKept: boolean;
};

/** Hints of a place for the footer, in the order of the bindings: the first key of each, and its word. */
export function hintsAt(place: FocusedPlace, keymap: Keymap): readonly Hint[] {
	return bindingsAt(place, keymap).flatMap(({chords, hint, isHintKept}: Binding) => {
		const [chord] = chords;
		return hint === undefined || chord === undefined ? [] : [{key: describeChord(chord), hint, isKept: isHintKept === true}];
	});
}

/** Text of the first key that runs a command at a place; `undefined` where none does. */
export function keyOf(command: CommandId, place: FocusedPlace, keymap: Keymap): string | undefined {
	const chord = bindingsAt(place, keymap).find(binding => binding.command === command)?.chords[0];
	return chord === undefined ? undefined : describeChord(chord);
}

/** What to say to a person who pasted where pasted text does nothing, with the key that opens a prompt where there is one. */
export function describePasteAt(place: FocusedPlace, keymap: Keymap): string {
	const key = keyOf('prompt.open', place, keymap) ?? keyOf('find.open', place, keymap);
	return `pasted text does nothing here${key === undefined ? '' : `; ${key} opens a prompt`}`;
}

/** Table of the keys in the README, in Markdown. */
export function keyTable(): string {
	const rows = describeKeys(bindings).map(({heading, keys}) => `| ${heading} | ${keys.map(help => keyTableEntry(help)).join(' · ')} |`);
	return ['| where | keys |', '| --- | --- |', ...rows].join('\n');
}

function keyTableEntry({keys, does}: KeyHelp): string {
	return `${keys.map(key => `\`${key}\``).join(' ')} ${does}`;
}
