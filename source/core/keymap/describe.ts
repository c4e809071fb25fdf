import {
	bindings,
	placeTable,
	type Binding,
	type Chord,
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
export type KeyHelp = {
	readonly keys: readonly string[];
	readonly does: string;
};

/** Lists all keys by place; keys with the same description are one entry. The keys of the help itself are in its footer instead. */
export function describeKeys(): ReadonlyArray<{readonly heading: string; readonly keys: readonly KeyHelp[]}> {
	return placeTable.flatMap(({place, heading}) => {
		if (heading === undefined) {
			return [];
		}

		const byDescription = new Map<string, string[]>();
		for (const {place: boundPlace, chords, does} of bindings) {
			if (boundPlace === place) {
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
	readonly command: CommandId;
};

/** Hints of a place for the footer, in the order of the bindings: the first key of each, and its word. */
export function hintsAt(place: FocusedPlace): readonly Hint[] {
	return bindingsAt(place).flatMap(({command, chords, hint, isHintKept}: Binding) => {
		const [chord] = chords;
		return hint === undefined || chord === undefined
			? []
			: [{
				key: describeChord(chord), hint, isKept: isHintKept === true, command,
			}];
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
