/** The mode that programs set for the keys; it decides what the arrows send. */
export type KeyMode = {
	readonly applicationCursorKeys: boolean;
};

const escape = '\u{1B}';

// Keys that send the same bytes whatever the mode.
const plainKeys: ReadonlyMap<string, string> = new Map([
	['Enter', '\r'],
	['Tab', '\t'],
	['Shift+Tab', `${escape}[Z`],
	['Esc', escape],
	['Backspace', '\u{7F}'],
	['Space', ' '],
	['Ctrl+Space', '\0'],
]);

// Keys that end in a letter: after CSI, or after SS3 in application mode.
const cursorKeys: ReadonlyMap<string, string> = new Map([
	['Up', 'A'],
	['Down', 'B'],
	['Right', 'C'],
	['Left', 'D'],
	['End', 'F'],
	['Home', 'H'],
]);

// The four function keys of the VT100, which always follow SS3.
const oldFunctionKeys: ReadonlyMap<string, string> = new Map([
	['F1', 'P'],
	['F2', 'Q'],
	['F3', 'R'],
	['F4', 'S'],
]);

// Keys that send a number and a tilde; the gaps in the numbers are xterm's.
const numberedKeys: ReadonlyMap<string, number> = new Map([
	['Insert', 2],
	['Delete', 3],
	['PgUp', 5],
	['PgDn', 6],
	['F5', 15],
	['F6', 17],
	['F7', 18],
	['F8', 19],
	['F9', 20],
	['F10', 21],
	['F11', 23],
	['F12', 24],
]);

const modifierBits: ReadonlyMap<string, number> = new Map([['Shift', 1], ['Alt', 2], ['Ctrl', 4]]);

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});

/**
The bytes xterm sends for a key, or undefined when there is no such key.

A key is a name (`Enter`, `PgUp`, `F1`), a name or a character behind modifiers (`Shift+Tab`, `Ctrl+c`, `Alt+x`), or one character,
which stands for itself.
*/
export function encodeKey(key: string, mode: KeyMode): string | undefined {
	const plain = plainKeys.get(key);
	if (plain !== undefined) {
		return plain;
	}

	// A plus at the very end is the key itself, not a separator.
	const parts = key.split(/\+(?=.)/v);
	const name = parts.at(-1) ?? '';
	let modifiers = 0;
	for (const modifier of new Set(parts.slice(0, -1))) {
		const bit = modifierBits.get(modifier);
		if (bit === undefined) {
			return undefined;
		}

		modifiers += bit;
	}

	return encodeNamed(name, modifiers, mode) ?? encodeCharacter(name, modifiers);
}

function encodeNamed(name: string, modifiers: number, mode: KeyMode): string | undefined {
	const letter = cursorKeys.get(name) ?? oldFunctionKeys.get(name);
	if (letter !== undefined) {
		if (modifiers > 0) {
			return `${escape}[1;${modifiers + 1}${letter}`;
		}

		return oldFunctionKeys.has(name) || mode.applicationCursorKeys ? `${escape}O${letter}` : `${escape}[${letter}`;
	}

	const number = numberedKeys.get(name);
	if (number === undefined) {
		return undefined;
	}

	return modifiers > 0 ? `${escape}[${number};${modifiers + 1}~` : `${escape}[${number}~`;
}

function encodeCharacter(character: string, modifiers: number): string | undefined {
	if ([...graphemes.segment(character)].length !== 1) {
		return undefined;
	}

	switch (modifiers) {
		case 0: {
			return character;
		}

		case modifierBits.get('Alt'): {
			return escape + character;
		}

		case modifierBits.get('Ctrl'): {
			return encodeControl(character);
		}

		default: {
			return undefined;
		}
	}
}

// With Ctrl, a terminal clears the upper bits of `@`, of the letters, and of the symbols after `Z`.
function encodeControl(character: string): string | undefined {
	return /^[@a-z\[\\\]^_]$/iv.test(character) ? String.fromCodePoint((character.codePointAt(0) ?? 0) % 32) : undefined;
}
