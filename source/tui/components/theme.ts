import chalk, {Chalk, type ChalkInstance} from 'chalk';
import {asciiSymbols, unicodeSymbols, type Symbols} from '../../core/screen/symbols.js';
import type {PaletteName} from '../../core/screen/palette-names.js';
import {toAscii} from '../../core/text/portable/to-ascii.js';
import type {Line, Span, Tone} from '../../core/screen/span.js';

/** Styles that the theme may use: `none` at all, `attributes` such as bold and inverse, or those and the 16 colours of the terminal. */
type ColorDepth = 'none' | 'attributes' | 'colors';

/** Emphasis of a whole line: none, the inverse of the selected row, or dimmed for old data and acknowledged instances. */
export type Emphasis = 'normal' | 'selected' | 'dimmed';

/** Symbols and styles of the screen. The style of a tone is defined here alone. */
export type Theme = {
	readonly symbols: Symbols;
	/** Gives the text of a line with the escape sequences of its styles. */
	readonly paint: (line: Line, emphasis?: Emphasis) => string;
	/** Gives a text without styles, in ASCII where the theme is. */
	readonly plain: (text: string) => string;
};

type ThemeOptions = {readonly depth: ColorDepth; readonly isAscii: boolean; readonly palette?: PaletteName};

export function createTheme({depth, isAscii, palette = 'terminal'}: ThemeOptions): Theme {
	const painter = new Chalk({level: depth === 'none' ? 0 : 1});
	const styles = depth === 'colors' ? paletteStyles[palette](painter) : attributeStyles(painter);
	const encode = isAscii ? toAscii : (text: string) => text;
	return {
		symbols: isAscii ? asciiSymbols : unicodeSymbols,
		plain: encode,
		paint(line, emphasis = 'normal') {
			return joinTones(line.map(part => emphasize(part, emphasis)), emphasis).map(({text, tone}) => {
				const painted = styles[tone](encode(text));
				return emphasis === 'selected' ? painter.inverse(painted) : painted;
			}).join('');
		},
	};
}

/**
Gives a span of a line with an emphasis its tone. In the selected row, which is inverse, only what a state or a mark colours has one, as the
background of what was worth a colour: it can be read as well as in any other row. In a dimmed line all else is dim.
*/
function emphasize(part: Span, emphasis: Emphasis): Span {
	return emphasis === 'normal' || isColored(part.tone) ? part : {...part, tone: emphasis === 'selected' ? 'plain' : dimmed(part.tone)};
}

function isColored(tone: Tone): boolean {
	return tone === 'caution' || tone === 'trouble' || tone.startsWith('state-');
}

function dimmed(tone: Tone): Tone {
	return isVisibleOnBlanks(tone) ? tone : 'dim';
}

/**
Has Ink draw the lines of its boxes in their style everywhere. It leaves that to the library of styles, which guesses by the variables of
build servers and of terminal programs whether there are styles at all.
*/
export function ignoreGuesses(): void {
	chalk.level = 1;
}

/**
Joins neighbouring spans of one tone, since every change of style costs bytes.
Blanks take the tone of the span before them, unless one of the two tones is visible on blanks.
*/
function joinTones(line: Line, emphasis: Emphasis): Line {
	const joined: Span[] = [];
	for (const {text, tone} of line) {
		const last = joined.at(-1);
		if (last !== undefined && canJoin(last, {text, tone}, emphasis)) {
			joined[joined.length - 1] = {text: last.text + text, tone: last.tone};
		} else {
			joined.push({text, tone});
		}
	}

	return joined;
}

function canJoin(last: Span, {text, tone}: Span, emphasis: Emphasis): boolean {
	// In an inverse row every colour is visible on blanks.
	const isBlank = text.trim() === '' && emphasis !== 'selected';
	return last.tone === tone || (isBlank && !isVisibleOnBlanks(last.tone) && !isVisibleOnBlanks(tone));
}

function isVisibleOnBlanks(tone: Tone): boolean {
	return ['cursor', 'found', 'gone'].includes(tone);
}

type Styles = Readonly<Record<Tone, (text: string) => string>>;

function attributeStyles(painter: ChalkInstance): Styles {
	return {
		plain: text => text,
		dim: painter.dim,
		strong: painter.bold,
		title: painter.dim,
		trouble: painter.bold,
		caution: painter.bold,
		gone: painter.dim.strikethrough,
		fine: painter.dim,
		fresh: painter.bold,
		'json-key': painter.bold,
		cursor: painter.inverse,
		found: painter.inverse,
		'state-connected': text => text,
		'state-connecting': text => text,
		'state-disconnected': painter.bold,
		'state-loggedout': painter.bold,
		'state-other': painter.bold,
	};
}

/** TABLE of the palettes. */
const paletteStyles: Readonly<Record<PaletteName, (painter: ChalkInstance) => Styles>> = {
	terminal: terminalStyles,
	blue: blueStyles,
	mono: monoStyles,
};

/**
No hues: what stands back is grey, which is easier to read than the attribute `dim` that is left where there may be no colour at all, and
what needs a person is bold. Glyphs and words tell the states.
*/
function monoStyles(painter: ChalkInstance): Styles {
	return {
		...attributeStyles(painter),
		// Terminals draw the attribute `dim` with half of the contrast, which is too little to be read on a light background.
		dim: painter.gray,
		title: painter.gray,
		gone: painter.gray.strikethrough,
		fine: painter.gray,
	};
}

function terminalStyles(painter: ChalkInstance): Styles {
	return {
		...monoStyles(painter),
		trouble: painter.red.bold,
		caution: painter.yellow,
		fine: painter.green,
		'json-key': painter.cyan,
		'state-connected': painter.green,
		'state-connecting': painter.yellow,
		'state-disconnected': painter.red,
		'state-loggedout': painter.magenta,
		'state-other': painter.cyan,
	};
}

/**
For red-green blindness, which leaves blue, yellow, and light and dark to go by. Healthy is blue, the farthest from the yellow and the red
of what is not: green would look like both. Magenta would look like the very blue, so that logged out has the colour of plain text, in bold.
Red is bold too, since it is the darker of it and yellow.
*/
function blueStyles(painter: ChalkInstance): Styles {
	return {
		...terminalStyles(painter),
		fine: painter.blue,
		'state-connected': painter.blue,
		'state-disconnected': painter.red.bold,
		'state-loggedout': painter.bold,
	};
}
