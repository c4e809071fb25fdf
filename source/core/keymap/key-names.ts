import {unicodeSymbols, type Symbols} from '../screen/symbols.js';
import {findNearest} from '../text/nearest.js';
import {accept, refuse, type Parsed} from '../text/parsed.js';
import {quote} from '../text/quote.js';
import type {Chord} from './bindings.js';
import {chordOfCharacter} from './chord.js';

/** TABLE of the keys that have a name: as a chord, which is also the name in the config file, and as people read it. */
const namedKeys: ReadonlyMap<Chord, string> = new Map([
	['up', unicodeSymbols.arrowKeys.up],
	['down', unicodeSymbols.arrowKeys.down],
	['left', unicodeSymbols.arrowKeys.left],
	['right', unicodeSymbols.arrowKeys.right],
	['enter', 'Enter'],
	['esc', 'Esc'],
	['tab', 'Tab'],
	[' ', 'Space'],
	['backspace', 'Backspace'],
	['insert', 'Insert'],
	['delete', 'Delete'],
	['home', 'Home'],
	['end', 'End'],
	['pageup', 'PgUp'],
	['pagedown', 'PgDn'],
	...Array.from({length: 12}, (_, index) => [`f${index + 1}`, `F${index + 1}`] as const),
]);

/** Other names that people give to keys. */
const otherNames: ReadonlyMap<string, Chord> = new Map([
	['space', ' '],
	['escape', 'esc'],
	['return', 'enter'],
	['del', 'delete'],
	['ins', 'insert'],
	...namedKeys.entries().map(([chord, shown]) => [shown.toLowerCase(), chord] as const),
]);

const modifierNames: Readonly<Record<string, string>> = {ctrl: 'Ctrl+', alt: 'Alt+', shift: 'Shift+'};

type Parts = {
	readonly ctrl: boolean;
	readonly alt: boolean;
	readonly shift: boolean;
	readonly key: string;
};

/** What keys are called on a screen: those with an arrow by it, or in ASCII by a word. */
export type KeyNames = Pick<Symbols, 'arrowKeys'>;

/** Text of a chord for the help and the footer, such as `Ctrl+D`, `PgUp` or `↑`. */
export function describeChord(chord: Chord, {arrowKeys}: KeyNames = unicodeSymbols): string {
	const {ctrl, alt, shift, key} = splitChord(chord);
	const modifiers = Object.entries({ctrl, alt, shift}).map(([name, isOn]) => isOn ? modifierNames[name] : '').join('');
	return modifiers + (new Map(Object.entries(arrowKeys)).get(key) ?? namedKeys.get(key) ?? (ctrl ? key.toUpperCase() : key));
}

/** Name of a chord in the config file, as `parseKey` reads it. */
export function writeKey(chord: Chord): string {
	return chord.endsWith(' ') ? `${chord.slice(0, -1)}space` : chord;
}

/** The keys that there are, in a sentence. */
const allKeys = `A key is one character, or ${namedKeys.keys().filter(name => !/^f\d/v.test(name)).map(chord => writeKey(chord)).toArray().join(', ')}, `
	+ 'f1 to f12; ctrl+ stands before a letter, ctrl+ and alt+ before a key with a name, alt+ before a character, shift+ before tab and f1 to f12.';

/** Parses the name of a key. Where case makes no other key of it, case does not count. */
export function parseKey(text: string): Parsed<Chord> {
	const {ctrl, alt, shift, key: typed} = splitChord(text);
	const key = otherNames.get(typed.toLowerCase()) ?? (namedKeys.has(typed.toLowerCase()) ? typed.toLowerCase() : typed);
	if (namedKeys.has(key)) {
		return shift && key !== 'tab' && !/^f\d/v.test(key)
			? refuse(`${quote(text)} is no key of its own: Shift makes no other key of it.`)
			: accept(`${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}${key}`);
	}

	if (!/^[^\s\p{Control}\p{Format}\p{Mark}\p{Surrogate}]$/v.test(key) || (ctrl && alt)) {
		const nearest = findNearest(key, [...namedKeys.keys(), ...otherNames.keys()]);
		return refuse(`${quote(text)} is no key.${nearest === undefined || key.length < 2 ? '' : ` Did you mean ${nearest}?`} ${allKeys}`);
	}

	if (shift) {
		return refuse(`${quote(text)} is the character that it types: write ${quote(key.toUpperCase())}.`);
	}

	return ctrl ? parseControl(key.toLowerCase(), text) : accept(alt ? `alt+${key}` : key);
}

/** Terminals send Ctrl with these characters; some of them as another key. */
function parseControl(key: string, text: string): Parsed<Chord> {
	if (!/^[\[\\\]^_a-z]$/v.test(key)) {
		return refuse(`${quote(text)} is no key that terminals send. ${allKeys}`);
	}

	const chord = chordOfCharacter(String.fromCodePoint((key.codePointAt(0) ?? 0) % 0x20));
	return chord === `ctrl+${key}` ? accept(chord) : refuse(`${quote(text)} comes from a terminal as ${writeKey(chord)}: write ${quote(writeKey(chord))}.`);
}

/** Splits the name of a key; a `+` at its end is a key. */
function splitChord(chord: string): Parts {
	const {before = '', key = ''} = /^(?<before>(?:(?:ctrl|alt|shift)\+)*)(?<key>.+)$/isv.exec(chord)?.groups ?? {};
	const modifiers = new Set(before.toLowerCase().split('+'));
	return {
		ctrl: modifiers.has('ctrl'), alt: modifiers.has('alt'), shift: modifiers.has('shift'), key,
	};
}
