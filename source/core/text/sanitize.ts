declare const safe: unique symbol;

/**
Text that may be written to a terminal: no control, no bidi override, nothing of which terminals disagree about the width. Only `sanitize` makes it, out of text that came from outside.
*/
export type SafeText = string & {readonly [safe]: true};

const printableAscii = /^[\u{20}-\u{7E}]*$/v;

const mark = /^\p{Mark}$/v;
const pictograph = /^\p{Extended_Pictographic}$/v;
const skinTone = /^\p{Emoji_Modifier}$/v;
const regionalIndicator = /^\p{Regional_Indicator}$/v;
const unsafe = /^[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Private_Use}\p{Surrogate}\p{Unassigned}]$/v;

/** Drawn as nothing, though no property says so. */
const blankPattern = 0x28_00;

/** Letters that make one grapheme with whatever follows, the padding of a column included. */
const prepended: ReadonlySet<number> = new Set([
	0xD_4E, 0x1_11_C2, 0x1_11_C3, 0x1_13_D1, 0x1_19_3F, 0x1_19_41, 0x1_1A_84, 0x1_1A_85, 0x1_1A_86, 0x1_1A_87, 0x1_1A_88, 0x1_1A_89, 0x1_1D_46, 0x1_1F_02,
]);

/** Marks that take a cell of their own in some terminals and none in others. */
const spacingMark = /^\p{Spacing_Mark}$/v;

/** Marks that join two letters to one in some terminals (Unicode's `InCB=Linker`). */
const linkers: ReadonlySet<number> = new Set([
	0x9_4D, 0x9_CD, 0xA_CD, 0xB_4D, 0xC_4D, 0xD_4D, 0x10_39, 0x17_D2, 0x1A_60, 0x1B_44, 0x1B_AB, 0xA9_C0, 0xAA_F6, 0x1_0A_3F, 0x1_11_33, 0x1_13_D0, 0x1_19_3E, 0x1_1A_47, 0x1_1A_99, 0x1_1F_42,
]);

/** The vowels of Thai and Lao that carry a mark for the letter before them: one character, whose cell some count to that letter. */
const vowelWithMark = /[\u{E33}\u{EB3}]/gv;

const unusualSpace = /^\p{Space_Separator}$/v;

/** Emoji of Unicode 16 and 17, of which terminals in use today do not know the width. */
const unsettledEmoji: ReadonlySet<number> = new Set([
	0x1_F6_D8, 0x1_FA_89, 0x1_FA_8A, 0x1_FA_8E, 0x1_FA_8F, 0x1_FA_BE, 0x1_FA_C6, 0x1_FA_C8, 0x1_FA_CD, 0x1_FA_DC, 0x1_FA_DF, 0x1_FA_E9, 0x1_FA_EA, 0x1_FA_EF,
]);

/** Marks in a row that real scripts need on one base (Vietnamese and pointed Hebrew take two or three); more is a flood. */
const longestMarkRun = 3;

const joiner = 0x20_0D;
const keycap = 0x20_E3;
const textStyle = 0xFE_0E;
const emojiStyle = 0xFE_0F;

/**
Makes text from outside fit to be written to a terminal, on one line.

An allow-list by scalar value, so that it is idempotent. A character that could command the terminal, reorder the line or vanish becomes one visible cell, a different one for different characters where there are enough of them: C0 controls and DEL their Unicode control pictures (`ESC` is `␛`), all others a Braille pattern by their low byte. Emoji whose width terminals disagree about take their portable form: joined ones come apart, skin tones and style selectors go, flags become their letters, keycaps their digit. So do the marks of Indian scripts that some terminals give a cell and others do not: they become visible instead of breaking the columns.
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
			result += isMark && marks >= longestMarkRun ? standIn(code) : portable(code, character);
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

function portable(code: number, character: string): string {
	if (regionalIndicator.test(character)) {
		return String.fromCodePoint(code - 0x1_F1_E6 + 0x41);
	}

	if (unusualSpace.test(character)) {
		return ' ';
	}

	const isUnsettled = code === keycap || skinTone.test(character) || unsettledEmoji.has(code) || linkers.has(code) || spacingMark.test(character);
	return isUnsettled || isUnsafe(code, character) ? standIn(code) : character;
}

function isUnsafe(code: number, character: string): boolean {
	return code === blankPattern || prepended.has(code) || unsafe.test(character);
}

function standIn(code: number): string {
	if (code < 0x20) {
		return String.fromCodePoint(0x24_00 + code);
	}

	const lowByte = code % 0x1_00;
	// The low byte 0 would be the blank pattern, which nobody sees.
	const pattern = lowByte === 0 ? 0xFF : lowByte;
	return code === 0x7F ? '\u{2421}' : String.fromCodePoint(0x28_00 + pattern);
}
