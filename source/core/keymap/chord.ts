import type {Chord} from './bindings.js';

/** Flags of one piece of the terminal's input, as Ink parses it: named keys and modifiers. */
export type KeyFlags = {
	readonly upArrow: boolean;
	readonly downArrow: boolean;
	readonly leftArrow: boolean;
	readonly rightArrow: boolean;
	readonly pageUp: boolean;
	readonly pageDown: boolean;
	readonly home: boolean;
	readonly end: boolean;
	readonly return: boolean;
	readonly escape: boolean;
	readonly tab: boolean;
	readonly backspace: boolean;
	readonly delete: boolean;
	readonly ctrl: boolean;
	readonly shift: boolean;
	readonly meta: boolean;
};

const namedKeys: ReadonlyArray<readonly [flag: keyof KeyFlags, chord: Chord]> = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
];

/** Chords of control characters that came in one piece with other keys. */
const controlCharacters: Readonly<Record<string, Chord>> = {
	'\r': 'enter', '\n': 'enter', '\t': 'tab', '\u{8}': 'backspace', '\u{7F}': 'backspace', '\u{1B}': 'esc',
};

/**
Function keys, with the sequences that xterm, the Linux console and rxvt send for them.
Ink does not report them to its listeners, so each is replaced with a character of the private use area before Ink reads the input.
*/
export const functionKeys: ReadonlyArray<{readonly sequences: readonly string[]; readonly character: string; readonly chord: Chord}> = [
	{sequences: ['\u{1B}OP', '\u{1B}[[A', '\u{1B}[11~'], character: '\u{E0F1}', chord: 'f1'},
	{sequences: ['\u{1B}OS', '\u{1B}[[D', '\u{1B}[14~'], character: '\u{E0F4}', chord: 'f4'},
	{sequences: ['\u{1B}[17~'], character: '\u{E0F6}', chord: 'f6'},
	{sequences: ['\u{1B}[21~'], character: '\u{E0FA}', chord: 'f10'},
];

/** Escape sequence without its ESC, or the beginning of one that did not end. It does not match a `[` that is held down. */
const escapeSequence = /^\[(?:\[?[A-Z]$|[\d:;<=>?])/v;

/**
Chords of one piece of input, in order. Keys that came faster than they were read, such as `jjj`, are one piece:
only this function splits them.
*/
export function chordsOf(input: string, flags: KeyFlags): readonly Chord[] {
	for (const [flag, chord] of namedKeys) {
		if (flags[flag]) {
			return [withModifiers(chord, flags)];
		}
	}

	if (flags.escape) {
		// Ink reports two `Esc` that came at once as one with Alt.
		return flags.meta ? ['esc', 'esc'] : ['esc'];
	}

	if (flags.ctrl) {
		return input.length === 1 ? [`ctrl+${input}`] : [];
	}

	if (flags.meta) {
		return /^\p{Letter}$/v.test(input) ? [`alt+${input}`] : [];
	}

	// The escape sequence of any other key is not typed text.
	return escapeSequence.test(input) ? [] : Array.from(input, chordOf);
}

/** Adds the modifiers to the name of a key: a key with Ctrl or Alt must not run the command of the key alone. */
function withModifiers(chord: Chord, {ctrl, meta, shift}: KeyFlags): Chord {
	const hasShift = shift && chord === 'tab';
	return `${ctrl ? 'ctrl+' : ''}${meta ? 'alt+' : ''}${hasShift ? 'shift+' : ''}${chord}`;
}

function chordOf(character: string): Chord {
	const code = character.codePointAt(0) ?? 0;
	const functionKey = functionKeys.find(key => key.character === character);
	return functionKey?.chord ?? controlCharacters[character] ?? (code < 0x20 ? `ctrl+${String.fromCodePoint(code + 0x60)}` : character);
}
