import {
	bindings,
	type Binding,
	type Chord,
	type FocusedPlace,
	type Place,
} from './bindings.js';
import {bindingsAt} from './resolve.js';

const names: Readonly<Record<string, string>> = {
	up: '↑', down: '↓', left: '←', right: '→', enter: 'Enter', esc: 'Esc', tab: 'Tab', 'shift+tab': 'Shift+Tab', backspace: 'Backspace', pageup: 'PgUp', pagedown: 'PgDn', home: 'Home', end: 'End', f1: 'F1', f4: 'F4', f6: 'F6', f10: 'F10', ' ': 'Space',
};

/** A chord as people write it: `Ctrl+D`, `PgUp`, `↑`. */
function describeChord(chord: Chord): string {
	return names[chord] ?? (chord.startsWith('ctrl+') ? `Ctrl+${chord.slice('ctrl+'.length).toUpperCase()}` : chord);
}

const headings: Readonly<Record<Place, string>> = {
	everywhere: 'everywhere', lists: 'lists', grid: 'grid', detail: 'detail', events: 'events', prompt: 'while filtering or finding', help: 'help',
};

/** One line of the help and the README: the keys, and what they do. */
export type KeyHelp = {
	readonly keys: readonly string[];
	readonly does: string;
};

/** All keys by place, those that do the same together. The help's own keys are in its footer. */
export function describeKeys(): ReadonlyArray<{readonly heading: string; readonly keys: readonly KeyHelp[]}> {
	const order: readonly Place[] = ['everywhere', 'lists', 'grid', 'detail', 'events', 'prompt'];
	return order.map(place => {
		const byMeaning = new Map<string, string[]>();
		for (const {place: where, chords, does} of bindings) {
			if (where === place) {
				byMeaning.set(does, [...byMeaning.get(does) ?? [], ...chords.map(chord => describeChord(chord))]);
			}
		}

		return {heading: headings[place], keys: [...byMeaning].map(([does, keys]) => ({keys, does}))};
	});
}

/** The hints of a place for the footer, the most useful first: the first key of each, and a word. */
export function hintsAt(here: FocusedPlace): ReadonlyArray<{readonly key: string; readonly hint: string}> {
	return bindingsAt(here).flatMap(({chords, hint}: Binding) => {
		const [chord] = chords;
		return hint === undefined || chord === undefined ? [] : [{key: describeChord(chord), hint}];
	});
}

/** The README's table of keys, in Markdown. */
export function keyTable(): string {
	const rows = describeKeys().map(({heading, keys}) => `| ${heading} | ${keys.map(({keys: chords, does}) => `${chords.map(chord => `\`${chord}\``).join(' ')} ${does}`).join(' · ')} |`);
	return ['| where | keys |', '| --- | --- |', ...rows].join('\n');
}
