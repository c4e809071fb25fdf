import measure, {type Options} from 'string-width';

/** Styles, which take no cells. */
const styles = /\u{1B}\[[\d;]*m/gv;

// The characters below join nothing and nothing joins them, so that each is a grapheme.

/**
One cell each: the letters of Latin, Greek and Cyrillic without combining marks, and the signs that a screen is made of (dashes, quotes,
arrows, lines, blocks, circles).
*/
const narrow = [
	String.raw`\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{24F}\u{370}-\u{373}\u{391}-\u{3A1}\u{3A3}-\u{3C9}\u{400}-\u{482}\u{48A}-\u{52F}`,
	String.raw`\u{2010}-\u{2027}\u{2030}-\u{203B}\u{2190}-\u{21FF}\u{2200}-\u{22FF}\u{2400}-\u{2421}\u{2500}-\u{25FC}`,
	String.raw`\u{2691}\u{2715}\u{2801}-\u{28FF}`,
].join('');

/** Two cells each: the letters of China, Japan and Korea, and emoji that are one character and always in colour. */
const wide = [
	String.raw`\u{3041}-\u{3096}\u{30A1}-\u{30FA}\u{3400}-\u{4DBF}\u{4E00}-\u{9FFF}\u{AC00}-\u{D7A3}`,
	String.raw`[\p{Emoji_Presentation}--[\p{Emoji_Modifier}\p{Regional_Indicator}]]`,
].join('');

// A pattern for a whole text, `^[…]*$`, would take stack for each character of it, and throw for a text of megabytes.
const notNarrow = new RegExp(`[^${narrow}]`, 'v');
const notLone = new RegExp(`[^${narrow}${wide}]`, 'v');

/**
Measures a text in cells, as `string-width` does.

The library is asked only for a text that has more in it than lone characters and styles, since its tables of emoji and graphemes take 35 ms
of a start.
*/
export default function stringWidth(input: string, options?: Options): number {
	if (options !== undefined) {
		return measure(input, options);
	}

	const text = input.includes('\u{1B}') ? input.replaceAll(styles, '') : input;
	if (!notNarrow.test(text)) {
		return text.length;
	}

	if (notLone.test(text)) {
		return measure(input);
	}

	let width = 0;
	for (const character of text) {
		width += notNarrow.test(character) ? 2 : 1;
	}

	return width;
}
