import {isPrintableAscii} from './printable-ascii.js';
import {unsettled} from './portable/unsettled.js';

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
const unsafe = /^[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Private_Use}\p{Surrogate}]$/v;

/** The blank Braille pattern: it is invisible, though no Unicode property says so. */
const blankPattern = 0x28_00;

/** Marks that take a cell of their own in some terminals and none in others. */
const spacingMark = /^\p{Spacing_Mark}$/v;

/** Runs of Hangul. macOS takes the syllables in the names of files apart, into the letters of which they are composed. */
const hangul = /[\u{1100}-\u{11FF}\u{AC00}-\u{D7A3}]+/gv;

/** Letters of Japan with the mark of another sound, which macOS takes apart as well, and the narrow form of such letters and marks. */
const markedKana = /[\u{3041}-\u{30FF}][\u{3099}\u{309A}]|[\u{FF66}-\u{FF9D}][\u{FF9E}\u{FF9F}]/gv;

/** Vowels of Thai and Lao that are one character with a mark for the letter before them. Some terminals count their cell to that letter. */
const vowelWithMark = /[\u{E33}\u{EB3}]/gv;

const unusualSpace = /^\p{Space_Separator}$/v;

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
	if (isPrintableAscii(raw) || !notLatin.test(raw)) {
		return raw as SafeText;
	}

	const traitsOf = createTraitReader();
	// The text is joined at the end: one that grows by one character after the other would keep 32 bytes for each of them.
	const pieces: string[] = [];
	let previous = '';
	let marks = longestMarkRun;
	for (const character of normalize(raw)) {
		const code = character.codePointAt(0) ?? 0;
		const {isMark, isBase, mayContinue, portable} = traitsOf(code, character);
		if (!mayContinue || !isPartOfEmoji(code, character, previous)) {
			pieces.push(isMark && marks >= longestMarkRun ? toVisibleCell(code) : portable);
			previous = character;
		}

		if (isMark) {
			marks += 1;
		} else {
			marks = isBase ? 0 : longestMarkRun;
		}
	}

	return pieces.join('') as SafeText;
}

/**
What no text of Latin letters, their signs, and masks has. Those stay as they are, and nearly all names and texts are of them; a text of a
megabyte may be full of masks.
*/
const notLatin = /[^\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{24F}\u{2022}]/v;

/** What commands a terminal, reorders a text or cannot be seen, but for what is a part of emoji and of the letters of some scripts. */
const harmful = /[[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Private_Use}\p{Surrogate}\p{Noncharacter_Code_Point}]--[\p{Variation_Selector}\u{200C}\u{200D}]]/gv;

/**
Makes text from outside safe to paste elsewhere, such as into a shell: the same as `sanitize` for what could command a terminal, reorder
the line or vanish. All other characters stay as they came, also those whose width terminals disagree about. It is not safe to draw.
*/
export function makeHarmless(raw: string): string {
	return isPrintableAscii(raw) ? raw : raw.replaceAll(harmful, character => toVisibleCell(character.codePointAt(0) ?? 0));
}

/** Composes the syllables of Hangul and the marked letters of Japan, and takes the vowels of Thai and Lao apart from their marks. */
function normalize(raw: string): string {
	return raw
		.replaceAll(hangul, letters => letters.normalize('NFC'))
		.replaceAll(markedKana, letters => letters.normalize('NFKC'))
		.replaceAll(vowelWithMark, vowel => vowel.normalize('NFKD'));
}

const emojiParts: ReadonlySet<number> = new Set([joiner, keycap, textStyle, emojiStyle]);

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

	const isUnsettledPart = code === keycap || skinTone.test(character) || spacingMark.test(character);
	return isUnsettledPart || isUnsafe(code, character) ? toVisibleCell(code) : character;
}

function isUnsafe(code: number, character: string): boolean {
	return code === blankPattern || unsafe.test(character) || unsettled.test(character);
}

/** One visible cell for a character that is not drawn as it is. */
export function toVisibleCell(code: number): string {
	if (code < 0x20) {
		return String.fromCodePoint(0x24_00 + code);
	}

	const lowByte = code % 0x1_00;
	// The low byte 0 would give the blank pattern, which is invisible.
	const pattern = lowByte === 0 ? 0xFF : lowByte;
	return code === 0x7F ? '\u{2421}' : String.fromCodePoint(0x28_00 + pattern);
}
