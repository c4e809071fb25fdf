declare const safe: unique symbol;

/**
Text that may be written to a terminal: it has no control characters, no bidi overrides, and no characters whose width terminals
disagree about. Only `sanitize` makes it, from text that came from outside.
*/
export type SafeText = string & {readonly [safe]: true};

const printableAscii = /^[\u{20}-\u{7E}]*$/v;

const mark = /^\p{Mark}$/v;
const pictograph = /^\p{Extended_Pictographic}$/v;
const skinTone = /^\p{Emoji_Modifier}$/v;
const regionalIndicator = /^\p{Regional_Indicator}$/v;
const unsafe = /^[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Private_Use}\p{Surrogate}\p{Unassigned}]$/v;

/** The blank Braille pattern: it is invisible, though no Unicode property says so. */
const blankPattern = 0x28_00;

/** Letters that form one grapheme with the next character (`Grapheme_Cluster_Break=Prepend`), even with the padding of a column. */
const prepended: ReadonlySet<number> = new Set([
	0xD_4E,
	0x1_11_C2,
	0x1_11_C3,
	0x1_13_D1,
	0x1_19_3F,
	0x1_19_41,
	0x1_1A_84,
	0x1_1A_85,
	0x1_1A_86,
	0x1_1A_87,
	0x1_1A_88,
	0x1_1A_89,
	0x1_1D_46,
	0x1_1F_02,
]);

/** Marks that take a cell of their own in some terminals and none in others. */
const spacingMark = /^\p{Spacing_Mark}$/v;

/** Marks that join two letters into one in some terminals (Unicode's `InCB=Linker`). */
const linkers: ReadonlySet<number> = new Set([
	0x9_4D,
	0x9_CD,
	0xA_CD,
	0xB_4D,
	0xC_4D,
	0xD_4D,
	0x10_39,
	0x17_D2,
	0x1A_60,
	0x1B_44,
	0x1B_AB,
	0xA9_C0,
	0xAA_F6,
	0x1_0A_3F,
	0x1_11_33,
	0x1_13_D0,
	0x1_19_3E,
	0x1_1A_47,
	0x1_1A_99,
	0x1_1F_42,
]);

/** Vowels of Thai and Lao that are one character with a mark for the letter before them. Some terminals count their cell to that letter. */
const vowelWithMark = /[\u{E33}\u{EB3}]/gv;

const unusualSpace = /^\p{Space_Separator}$/v;

/** Emoji of Unicode 16 and 17, whose width the terminals in use today do not know. */
const unsettledEmoji: ReadonlySet<number> = new Set([
	0x1_F6_D8,
	0x1_FA_89,
	0x1_FA_8A,
	0x1_FA_8E,
	0x1_FA_8F,
	0x1_FA_BE,
	0x1_FA_C6,
	0x1_FA_C8,
	0x1_FA_CD,
	0x1_FA_DC,
	0x1_FA_DF,
	0x1_FA_E9,
	0x1_FA_EA,
	0x1_FA_EF,
]);

/** Most marks in a row on one base. Real scripts need no more (Vietnamese and pointed Hebrew take two or three); more is a flood. */
const longestMarkRun = 3;

const joiner = 0x20_0D;
const keycap = 0x20_E3;
const textStyle = 0xFE_0E;
const emojiStyle = 0xFE_0F;

/**
Makes text from outside safe to write to a terminal, on one line.

It works with an allow-list of single scalar values, and so is idempotent: safe text stays as it is.

A character that could command the terminal, reorder the line or vanish becomes one visible cell. Different characters become
different cells where there are enough of them: C0 controls and DEL become their Unicode control pictures (`ESC` is `␛`),
all others a Braille pattern chosen by their low byte.

An emoji whose width terminals disagree about takes its portable form: joined emoji come apart, skin tones and style selectors
are dropped, flags become their letters, keycaps their digit. Marks of Indian scripts that take a cell in some terminals and none
in others become visible cells too, because they would break the columns.
*/
export function sanitize(raw: string): SafeText {
	if (printableAscii.test(raw)) {
		return raw as SafeText;
	}

	let result = '';
	let previous = '';
	let marks = longestMarkRun;
	for (const character of raw.replaceAll(vowelWithMark, vowel => vowel.normalize('NFKD'))) {
		const code = character.codePointAt(0) ?? 0;
		const isMark = mark.test(character);
		if (!isPartOfEmoji(code, character, previous)) {
			result += isMark && marks >= longestMarkRun ? toVisibleCell(code) : toPortable(code, character);
			previous = character;
		}

		if (isMark) {
			marks += 1;
		} else {
			marks = isUnsafe(code, character) ? longestMarkRun : 0;
		}
	}

	return result as SafeText;
}

function isPartOfEmoji(code: number, character: string, previous: string): boolean {
	const isAfterEmoji = pictograph.test(previous);
	return (isAfterEmoji && (code === joiner || code === textStyle || code === emojiStyle || skinTone.test(character)))
		|| (code === emojiStyle && /^[\d#*]$/v.test(previous))
		|| (code === keycap && /^[\d#*]$/v.test(previous));
}

function toPortable(code: number, character: string): string {
	if (regionalIndicator.test(character)) {
		return String.fromCodePoint(code - 0x1_F1_E6 + 0x41);
	}

	if (unusualSpace.test(character)) {
		return ' ';
	}

	const isUnsettledEmoji = code === keycap || skinTone.test(character) || unsettledEmoji.has(code);
	const isUnsettledMark = linkers.has(code) || spacingMark.test(character);
	return isUnsettledEmoji || isUnsettledMark || isUnsafe(code, character) ? toVisibleCell(code) : character;
}

function isUnsafe(code: number, character: string): boolean {
	return code === blankPattern || prepended.has(code) || unsafe.test(character);
}

function toVisibleCell(code: number): string {
	if (code < 0x20) {
		return String.fromCodePoint(0x24_00 + code);
	}

	const lowByte = code % 0x1_00;
	// The low byte 0 would give the blank pattern, which is invisible.
	const pattern = lowByte === 0 ? 0xFF : lowByte;
	return code === 0x7F ? '\u{2421}' : String.fromCodePoint(0x28_00 + pattern);
}
