import {
	bindings,
	placeTable,
	type Binding,
	type Chord,
	type Place,
	type CommandId,
} from './bindings.js';
import type {FocusedPlace} from './places.js';
import {bindingsAt} from './resolve.js';

const names: Readonly<Record<string, string>> = {
	up: '↑',
	down: '↓',
	left: '←',
	right: '→',
	enter: 'Enter',
	esc: 'Esc',
	tab: 'Tab',
	'shift+tab': 'Shift+Tab',
	backspace: 'Backspace',
	pageup: 'PgUp',
	pagedown: 'PgDn',
	home: 'Home',
	end: 'End',
	f1: 'F1',
	f4: 'F4',
	f6: 'F6',
	f10: 'F10',
	' ': 'Space',
};

/** Text of a chord for the help and the footer, such as `Ctrl+D`, `PgUp` or `↑`. */
function describeChord(chord: Chord): string {
	return names[chord] ?? (chord.startsWith('ctrl+') ? `Ctrl+${chord.slice('ctrl+'.length).toUpperCase()}` : chord);
}

/** Entry of the help and of the README: the texts of the keys, and the description of what they do. */
type KeyHelp = {
	readonly keys: readonly string[];
	readonly does: string;
};

/** All keys of one place. */
export type PlaceKeys = {
	readonly place: Place;
	readonly heading: string;
	readonly keys: readonly KeyHelp[];
};

/** Lists all keys by place; keys with the same description are one entry. */
export function describeKeys(): readonly PlaceKeys[] {
	return placeTable.map(({place, heading}) => {
		const byDescription = new Map<string, string[]>();
		for (const {place: boundPlace, chords, does} of bindings) {
			if (boundPlace === place) {
				byDescription.set(does, [...byDescription.get(does) ?? [], ...chords.map(chord => describeChord(chord))]);
			}
		}

		return {place, heading, keys: [...byDescription].map(([does, keys]) => ({keys: joinDigits(keys), does}))};
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
export function hintsAt(place: FocusedPlace, words: HintWords = {}): readonly Hint[] {
	return bindingsAt(place).flatMap(({command, chords, hint: word, isHintKept}: Binding) => {
		const [chord] = chords;
		const hint = words[command] === '' ? undefined : words[command] ?? word;
		return hint === undefined || chord === undefined ? [] : [{key: describeChord(chord), hint, isKept: isHintKept === true}];
	});
}

/** What to say to a person who pasted where pasted text does nothing, with the key that opens a prompt where there is one. */
export function describePasteAt(place: FocusedPlace): string {
	const chord = bindingsAt(place).find(({command}) => command === 'prompt.open')?.chords[0];
	return `pasted text does nothing here${chord === undefined ? '' : `; ${describeChord(chord)} opens a prompt`}`;
}

/** Table of the keys in the README, in Markdown. */
export function keyTable(): string {
	const rows = describeKeys().map(({heading, keys}) => `| ${heading} | ${keys.map(help => keyTableEntry(help)).join(' · ')} |`);
	return ['| where | keys |', '| --- | --- |', ...rows].join('\n');
}

function keyTableEntry({keys, does}: KeyHelp): string {
	return `${keys.map(key => `\`${key}\``).join(' ')} ${does}`;
}
