import chalk, {Chalk, type ChalkInstance} from 'chalk';
import {asciiSymbols, unicodeSymbols, type Symbols} from '../../core/screen/symbols.js';
import {toAscii} from '../../core/text/portable/to-ascii.js';
import type {Line, Span, Tone} from '../../core/screen/span.js';

/** Styles that the theme may use: `none` at all, `attributes` such as bold and inverse, or those and the 16 colours of the terminal. */
export type ColorDepth = 'none' | 'attributes' | 'colors';

/** Emphasis of a whole line: none, the inverse of the selected row, or dimmed for old data and acknowledged instances. */
export type Emphasis = 'normal' | 'selected' | 'dimmed';

/** Symbols and styles of the screen. The style of a tone is defined here alone. */
export type Theme = {
	readonly symbols: Symbols;
	readonly borderStyle: 'round' | 'classic';
	/** Gives the text of a line with the escape sequences of its styles. */
	readonly paint: (line: Line, emphasis?: Emphasis) => string;
	/** Gives a text without styles, in ASCII where the theme is. */
	readonly plain: (text: string) => string;
};

export function createTheme({depth, isAscii}: {readonly depth: ColorDepth; readonly isAscii: boolean}): Theme {
	const painter = new Chalk({level: depth === 'none' ? 0 : 1});
	const styles = depth === 'colors' ? colorStyles(painter) : attributeStyles(painter);
	const encode = isAscii ? toAscii : (text: string) => text;
	return {
		symbols: isAscii ? asciiSymbols : unicodeSymbols,
		borderStyle: isAscii ? 'classic' : 'round',
		plain: encode,
		paint(line, emphasis = 'normal') {
			if (emphasis === 'selected') {
				// The whole row is inverse without its tones: inverse colours would be backgrounds of different colours.
				return painter.inverse(encode(line.map(({text}) => text).join('')));
			}

			return joinTones(line).map(({text, tone}) => {
				const painted = styles[tone](encode(text));
				return emphasis === 'dimmed' ? painter.dim(painted) : painted;
			}).join('');
		},
	};
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
function joinTones(line: Line): Line {
	const joined: Span[] = [];
	for (const {text, tone} of line) {
		const last = joined.at(-1);
		if (last !== undefined && canJoin(last, {text, tone})) {
			joined[joined.length - 1] = {text: last.text + text, tone: last.tone};
		} else {
			joined.push({text, tone});
		}
	}

	return joined;
}

function canJoin(last: Span, {text, tone}: Span): boolean {
	const isBlank = text.trim() === '';
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

function colorStyles(painter: ChalkInstance): Styles {
	return {
		...attributeStyles(painter),
		trouble: painter.red.bold,
		caution: painter.yellow,
		fine: painter.green.dim,
		'json-key': painter.cyan,
		'state-connected': painter.green,
		'state-connecting': painter.yellow,
		'state-disconnected': painter.red,
		'state-loggedout': painter.magenta,
		'state-other': painter.cyan,
	};
}
