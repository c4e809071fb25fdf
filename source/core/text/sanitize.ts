import {isPrintableAscii} from './printable-ascii.js';

declare const safe: unique symbol;

/**
Text that may be written to a terminal: it has no control characters, no bidi overrides, and no characters whose width terminals
disagree about. Only `sanitize` makes it, from text that came from outside.
*/
export type SafeText = string & {readonly [safe]: true};

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
	if (isPrintableAscii(raw)) {
		return raw as SafeText;
	}

	const traitsOf = createTraitReader();
	const pieces: string[] = [];
	let piece = '';
	let previous = '';
	let marks = longestMarkRun;
	for (const character of raw.replaceAll(vowelWithMark, vowel => vowel.normalize('NFKD'))) {
		const code = character.codePointAt(0) ?? 0;
		const {isMark, isBase, mayContinue, portable} = traitsOf(code, character);
		if (!mayContinue || !isPartOfEmoji(code, character, previous)) {
			piece += isMark && marks >= longestMarkRun ? toVisibleCell(code) : portable;
			previous = character;
		}

		if (isMark) {
			marks += 1;
		} else {
			marks = isBase ? 0 : longestMarkRun;
		}

		if (!(piece.length > longestPiece)) {
			continue;
		}

		pieces.push(piece);
		piece = '';
	}

	return (pieces.join('') + piece) as SafeText;
}

const emojiParts: ReadonlySet<number> = new Set([joiner, keycap, textStyle, emojiStyle]);

/** A text that grows by one character after the other keeps 32 bytes for each of them, so that a megabyte is made of pieces. */
const longestPiece = 1000;

/** Traits of a character that do not depend on those around it: marks can stand on a base; some may continue an emoji. */
type Traits = {
	readonly isMark: boolean;
	readonly isBase: boolean;
	readonly mayContinue: boolean;
	readonly portable: string;
};

/** Makes a reader of traits for one text, which reads those of each character once: it asks half a dozen patterns for them. */
function createTraitReader(): (code: number, character: string) => Traits {
	const known = new Map<number, Traits>();
	return (code, character) => {
		let traits = known.get(code);
		if (traits === undefined) {
			traits = {
				isMark: mark.test(character),
				isBase: !isUnsafe(code, character),
				mayContinue: emojiParts.has(code) || skinTone.test(character),
				portable: toPortable(code, character),
			};
			known.set(code, traits);
		}

		return traits;
	};
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
