import {Chalk, type ChalkInstance} from 'chalk';
import {asciiSymbols, unicodeSymbols, type Symbols} from '../../core/screen/symbols.js';
import {cellWidth} from '../../core/text/measure.js';
import type {Line, Span, Tone} from '../../core/screen/span.js';

/** How far the terminal's colours may be used: not even bold, only bold and the like, or the sixteen colours of the user's own scheme. */
export type ColorDepth = 'none' | 'attributes' | 'colors';

/** How a line is drawn: as it is, as the selected row, or dimmed because its data are old. */
export type Emphasis = 'normal' | 'selected' | 'dimmed';

/** The only place that knows what a tone looks like. */
export type Theme = {
	readonly symbols: Symbols;
	readonly borderStyle: 'round' | 'classic';
	readonly paint: (line: Line, emphasis?: Emphasis) => string;
	/** A text without colour, in the characters the terminal knows. */
	readonly plain: (text: string) => string;
};

export function createTheme({depth, isAscii}: {readonly depth: ColorDepth; readonly isAscii: boolean}): Theme {
	const chalk = new Chalk({level: depth === 'none' ? 0 : 1});
	const styles = depth === 'colors' ? colorStyles(chalk) : attributeStyles(chalk);
	const write = isAscii ? toAscii : (text: string) => text;
	return {
		symbols: isAscii ? asciiSymbols : unicodeSymbols,
		borderStyle: isAscii ? 'classic' : 'round',
		plain: write,
		paint(line, emphasis = 'normal') {
			if (emphasis === 'selected') {
				// One sweep of inverse over the whole row: colours inside it would tear it into patches.
				return chalk.inverse(write(line.map(({text}) => text).join('')));
			}

			return joinTones(line).map(({text, tone}) => {
				const painted = styles[tone](write(text));
				return emphasis === 'dimmed' ? chalk.dim(painted) : painted;
			}).join('');
		},
	};
}

/** Neighbours of one tone are painted as one: every change of style costs bytes. Blanks go with whatever stands before them, unless that shows on them. */
function joinTones(line: Line): Line {
	const joined: Span[] = [];
	for (const {text, tone} of line) {
		const last = joined.at(-1);
		if (last !== undefined && (last.tone === tone || (text.trim() === '' && !isSeenOnBlanks(last.tone) && !isSeenOnBlanks(tone)))) {
			joined[joined.length - 1] = {text: last.text + text, tone: last.tone};
		} else {
			joined.push({text, tone});
		}
	}

	return joined;
}

function isSeenOnBlanks(tone: Tone): boolean {
	return ['cursor', 'found', 'gone'].includes(tone);
}

type Styles = Readonly<Record<Tone, (text: string) => string>>;

function attributeStyles(chalk: ChalkInstance): Styles {
	return {
		plain: text => text,
		dim: chalk.dim,
		strong: chalk.bold,
		title: chalk.dim,
		trouble: chalk.bold,
		caution: chalk.bold,
		gone: chalk.dim.strikethrough,
		fresh: chalk.bold,
		'json-key': chalk.bold,
		cursor: chalk.inverse,
		found: chalk.inverse,
		'state-connected': text => text,
		'state-connecting': text => text,
		'state-disconnected': chalk.bold,
		'state-loggedout': chalk.bold,
		'state-other': chalk.bold,
	};
}

function colorStyles(chalk: ChalkInstance): Styles {
	return {
		...attributeStyles(chalk),
		trouble: chalk.red.bold,
		caution: chalk.yellow,
		'json-key': chalk.cyan,
		'state-connected': chalk.green,
		'state-connecting': chalk.yellow,
		'state-disconnected': chalk.red,
		'state-loggedout': chalk.magenta,
		'state-other': chalk.cyan,
	};
}

const stops: ReadonlyMap<string, string> = new Map([['→', '>'], ['←', '<'], ['↑', '^'], ['↓', 'v'], ['≥', '>'], ['–', '-'], ['—', '-'], ['…', '.'], ['·', '-'], ['│', '|'], ['─', '-'], ['•', '*']]);

/** Text for a terminal that knows nothing but ASCII, cell for cell: accents go, what has no letter of its own becomes `?`. */
function toAscii(text: string): string {
	return /^[\u{20}-\u{7E}]*$/v.test(text)
		? text
		: Array.from(text.normalize('NFD').replaceAll(/\p{Mark}/gv, ''), character => character <= '~' ? character : (stops.get(character) ?? '?'.repeat(cellWidth(character)))).join('');
}
