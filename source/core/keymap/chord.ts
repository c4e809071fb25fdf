import type {Chord} from './bindings.js';

/** A control sequence that a terminal sent: `ESC [ body final` (CSI), or `ESC O body final` (SS3). */
export type ControlSequence = {
	readonly introducer: '[' | 'O';
	/** Parameters and intermediate characters; `[` in the sequences of the Linux console. */
	readonly body: string;
	readonly final: string;
};

/** Modifiers that a key was pressed with. Of the locks none counts. */
type Modifiers = {
	readonly shift: boolean;
	readonly alt: boolean;
	readonly ctrl: boolean;
	/** The key of the window system, and others that no program gets from every terminal. */
	readonly isForeign: boolean;
};

/** Keys that end in a letter, after CSI or SS3 (xterm, and VT220). */
const letters: Readonly<Record<string, Chord>> = {
	A: 'up', B: 'down', C: 'right', D: 'left', F: 'end', H: 'home', P: 'f1', Q: 'f2', S: 'f4',
};

/** Keys that end in a letter after SS3 alone: after CSI the same letters end answers. The small ones are of the numeric keypad. */
const keypad: Readonly<Record<string, Chord>> = {
	R: 'f3',
	I: 'tab',
	M: 'enter',
	X: '=',
	' ': ' ',
	...Object.fromEntries(Array.from('*+,-./0123456789', (character, index) => [String.fromCodePoint(0x6A + index), character])),
};

/** Keys with a number (VT220, xterm, rxvt and the Linux console), whose gaps are those of the VT220's keyboard. */
const numbers: Readonly<Record<string, Chord>> = {
	1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end', 11: 'f1', 12: 'f2', 13: 'f3', 14: 'f4', 15: 'f5', 17: 'f6', 18: 'f7', 19: 'f8', 20: 'f9', 21: 'f10', 23: 'f11', 24: 'f12',
};

/** Keys that rxvt sends with Shift after CSI, and with Ctrl after SS3. */
const rxvtArrows: Readonly<Record<string, Chord>> = {
	a: 'up', b: 'down', c: 'right', d: 'left',
};

const rxvtModifiers: Readonly<Record<string, number>> = {$: 1, '^': 4, '@': 5};

/** Keys that have a number of kitty's own, from 57399 on: those of the numeric keypad. */
const kittyKeypad: readonly Chord[] = [
	...'0123456789./*-+', 'enter', '=', ',', 'left', 'right', 'up', 'down', 'pageup', 'pagedown', 'home', 'end', 'insert', 'delete',
];
const firstKittyKeypad = 57_399;

/** The private use area, in which kitty numbers the keys that type nothing. */
const firstPrivate = 0xE0_00;
const lastPrivate = 0xF8_FF;

/** Chords of control characters with a name. */
const controlCharacters: Readonly<Record<string, Chord>> = {
	'\0': 'ctrl+ ', '\r': 'enter', '\n': 'enter', '\t': 'tab', '\u{8}': 'backspace', '\u{7F}': 'backspace', '\u{1B}': 'esc',
};

const parameters = /^(?<number>\d*)(?::(?<shifted>\d*)(?::\d*)?)?(?:;(?<modifiers>\d*)(?::(?<event>\d*))?(?:;(?<text>[\d:]*))?)?$/v;

/** The chord of a typed character, control characters included. */
export function chordOfCharacter(character: string): Chord {
	const code = character.codePointAt(0) ?? 0;
	const letter = String.fromCodePoint(code + (code <= 26 ? 0x60 : 0x40));
	return controlCharacters[character] ?? (code < 0x20 ? `ctrl+${letter}` : character);
}

/** The chord of a key with Alt, which comes as the key behind ESC. Alt changes no Ctrl: `Esc` and then `Ctrl+C` at once would be lost. */
export function withAlt(chord: Chord): Chord {
	const isControl = chord.startsWith('ctrl+') && chord.length === 'ctrl+c'.length;
	return isControl || chord.includes('alt+') ? chord : addModifiers(chord, {...none, alt: true});
}

/**
The chord that a control sequence means: `undefined` if it is an answer, a report of the mouse or of the window's focus, a key that is
released, or a key that nobody knows.
*/
export function chordOfSequence({introducer, body, final}: ControlSequence): Chord | undefined {
	if (body === '[') {
		return 'ABCDE'.includes(final) ? `f${'ABCDE'.indexOf(final) + 1}` : undefined;
	}

	const {number = '', shifted, modifiers = '', event, text} = parameters.exec(body)?.groups ?? {};
	if (event === '3' || !parameters.test(body)) {
		return undefined;
	}

	if (final === 'u' && introducer === '[') {
		return chordOfCode(Number(number), {modifiers: readModifiers(modifiers), shifted: readCode(shifted), text: readCode(text)});
	}

	if (final === '~') {
		// With xterm's modifyOtherKeys the parameters are 27, the modifiers and the character.
		return number === '27' && text !== undefined
			? chordOfCode(Number(text), {modifiers: readLegacy(modifiers)})
			: modified(numbers[number], readLegacy(modifiers));
	}

	return introducer === 'O'
		? chordOfKeypad(final, readLegacy(modifiers === '' ? number : modifiers))
		: chordOfLetter({body, final}, number === '' || number === '1', readLegacy(modifiers));
}

/** The chord of a key behind SS3. */
function chordOfKeypad(final: string, modifiers: Modifiers): Chord | undefined {
	const withCtrl = rxvtArrows[final];
	return withCtrl === undefined ? modified(letters[final] ?? keypad[final], modifiers) : modified(withCtrl, {...none, ctrl: true});
}

/** The chord of a key behind CSI that ends in a letter, or in one of the signs by which rxvt tells modifiers. */
function chordOfLetter({body, final}: Pick<ControlSequence, 'body' | 'final'>, isPlain: boolean, modifiers: Modifiers): Chord | undefined {
	if (final === 'Z') {
		return 'shift+tab';
	}

	const rxvt = rxvtModifiers[final];
	if (rxvt !== undefined) {
		return modified(numbers[body], readLegacy(String(rxvt + 1)));
	}

	return isPlain ? modified(letters[final] ?? (body === '' ? rxvtArrows[final] : undefined), modifiers) : undefined;
}

const none: Modifiers = {
	shift: false, alt: false, ctrl: false, isForeign: false,
};

/** Reads the modifiers of kitty's protocol. They are sent with 1 added. */
function readModifiers(parameter: string): Modifiers {
	const bits = Math.max(0, Number(parameter) - 1);
	const isOn = (bit: number) => Math.floor(bits / bit) % 2 === 1;
	return {
		shift: isOn(1), alt: isOn(2), ctrl: isOn(4), isForeign: isOn(8) || isOn(16) || isOn(32),
	};
}

/** Reads the modifiers of xterm, in which the fourth is Meta. */
function readLegacy(parameter: string): Modifiers {
	const modifiers = readModifiers(parameter);
	const isMeta = Math.floor(Math.max(0, Number(parameter) - 1) / 8) === 1;
	return isMeta ? {...modifiers, alt: true, isForeign: false} : modifiers;
}

function readCode(parameter = ''): number | undefined {
	return parameter === '' ? undefined : Number(parameter.split(':', 1)[0]);
}

type Key = {
	readonly modifiers: Modifiers;
	/** The character that the key types with Shift. */
	readonly shifted?: number | undefined;
	/** The character that the key typed. */
	readonly text?: number | undefined;
};

/** The chord of a key that is known by its character or by a number of kitty's. */
function chordOfCode(code: number, {modifiers, shifted, text}: Key): Chord | undefined {
	if (code === 0) {
		// Text alone, such as of an input method.
		return toCharacter(text);
	}

	const named = kittyKeypad[code - firstKittyKeypad] ?? controlCharacters[toCharacter(code) ?? ''];
	if (named !== undefined) {
		return modified(named, modifiers);
	}

	const plain = toCharacter(code);
	if (plain === undefined || code < 0x20 || (code >= firstPrivate && code <= lastPrivate) || modifiers.isForeign) {
		return undefined;
	}

	if (modifiers.ctrl) {
		const isAlone = !modifiers.alt && !modifiers.shift;
		return isAlone && /^[ @A-Z\[\\\]^_a-z]$/v.test(plain) ? chordOfCharacter(String.fromCodePoint(code % 0x20)) : addModifiers(plain, modifiers, true);
	}

	const typed = toCharacter(text) ?? (modifiers.shift ? toCharacter(shifted) ?? plain.toUpperCase() : plain);
	return modifiers.alt ? `alt+${typed}` : typed;
}

function toCharacter(code: number | undefined): string | undefined {
	const isScalar = code !== undefined && code <= 0x10_FF_FF && (code < 0xD8_00 || code > 0xDF_FF);
	return isScalar ? String.fromCodePoint(code) : undefined;
}

function modified(chord: Chord | undefined, modifiers: Modifiers): Chord | undefined {
	return chord === undefined || modifiers.isForeign ? undefined : addModifiers(chord, modifiers);
}

/**
Adds the modifiers to the name of a key: a key with Ctrl or Alt must not run the command of the key alone. Shift counts only where it makes
another key of it.
*/
function addModifiers(chord: Chord, {ctrl, alt, shift}: Modifiers, hasOwnShift = chord === 'tab' || /^f\d+$/v.test(chord)): Chord {
	return `${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift && hasOwnShift ? 'shift+' : ''}${chord}`;
}
