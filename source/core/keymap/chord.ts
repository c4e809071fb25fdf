import type {Chord} from './bindings.js';

/** The keys that a terminal's input is parsed into, as far as they are told apart by flags. */
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

const named: ReadonlyArray<readonly [flag: keyof KeyFlags, chord: Chord]> = [
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

/** What single control characters inside a burst stand for. */
const controls: Readonly<Record<string, Chord>> = {
	'\r': 'enter', '\n': 'enter', '\t': 'tab', '\u{8}': 'backspace', '\u{7F}': 'backspace', '\u{1B}': 'esc',
};

/**
Function keys, by the sequences that xterm, the Linux console and rxvt send for them. Ink tells its listeners of none of them, so they are swapped for a character of the private use area before Ink reads the input.
*/
export const functionKeys: ReadonlyArray<{readonly sequences: readonly string[]; readonly character: string; readonly chord: Chord}> = [
	{sequences: ['\u{1B}OP', '\u{1B}[[A', '\u{1B}[11~'], character: '\u{E0F1}', chord: 'f1'},
	{sequences: ['\u{1B}OS', '\u{1B}[[D', '\u{1B}[14~'], character: '\u{E0F4}', chord: 'f4'},
	{sequences: ['\u{1B}[17~'], character: '\u{E0F6}', chord: 'f6'},
	{sequences: ['\u{1B}[21~'], character: '\u{E0FA}', chord: 'f10'},
];

/** An escape sequence without its ESC, or the beginning of one that never ended. A `[` that is held down is none. */
const sequence = /^\[(?:\[?[A-Z]$|[\d:;<=>?])/v;

/**
The chords of one piece of input, in order. A burst of keys that came faster than they were read (`jjj`) is taken apart here, and only here.
*/
export function chordsOf(input: string, flags: KeyFlags): readonly Chord[] {
	for (const [flag, chord] of named) {
		if (flags[flag]) {
			return [withModifiers(chord, flags)];
		}
	}

	if (flags.escape) {
		// Two that came at once are told as one with Alt.
		return flags.meta ? ['esc', 'esc'] : ['esc'];
	}

	if (flags.ctrl) {
		return input.length === 1 ? [`ctrl+${input}`] : [];
	}

	if (flags.meta) {
		return /^\p{Letter}$/v.test(input) ? [`alt+${input}`] : [];
	}

	// What began with ESC and is no key we know is not typed text.
	return sequence.test(input) ? [] : Array.from(input, chordOf);
}

/** A key with Ctrl or Alt is another key: what is bound to the plain one must not happen. */
function withModifiers(chord: Chord, {ctrl, meta, shift}: KeyFlags): Chord {
	const hasShift = shift && chord === 'tab';
	return `${ctrl ? 'ctrl+' : ''}${meta ? 'alt+' : ''}${hasShift ? 'shift+' : ''}${chord}`;
}

function chordOf(character: string): Chord {
	const code = character.codePointAt(0) ?? 0;
	const functionKey = functionKeys.find(key => key.character === character);
	return functionKey?.chord ?? controls[character] ?? (code < 0x20 ? `ctrl+${String.fromCodePoint(code + 0x60)}` : character);
}
