import type {StateKind} from '../instance/instance.js';

/** A key with an arrow on it, as a chord. */
type ArrowKey = 'up' | 'down' | 'left' | 'right';

/**
Symbols that the program draws beside letters: one set for terminals with UTF-8, one for all others.
A symbol takes the same number of cells in both sets, but the names of the arrow keys: `<` and `v` are keys of their own.
*/
export type Symbols = {
	readonly states: Readonly<Record<StateKind, string>>;
	/** Beside the selected row. */
	readonly marker: string;
	/** In a cell whose text is empty. */
	readonly nothing: string;
	readonly ellipsis: string;
	readonly separator: string;
	/** For an integration that is off, and for a time in which nothing was seen. */
	readonly off: string;
	/** Before a time whose beginning was not seen. */
	readonly atLeast: string;
	readonly about: string;
	readonly stuck: string;
	readonly flapping: string;
	/** In a strip: connected throughout, and not connected for a small part. */
	readonly fine: string;
	readonly brief: string;
	/** In the strip of a fleet: the share of it that is down, from the least to all. */
	readonly heights: readonly string[];
	readonly fresh: string;
	readonly mask: string;
	readonly rule: string;
	readonly bar: string;
	/** Before the number of worse rows that are out of sight above. */
	readonly worseAbove: string;
	readonly moreAbove: string;
	readonly moreBelow: string;
	/** Before a line in which others are folded, and before one whose others follow it. */
	readonly folded: string;
	readonly unfolded: string;
	/** What the keys that have an arrow on them are called. */
	readonly arrowKeys: Readonly<Record<ArrowKey, string>>;
};

export const unicodeSymbols: Symbols = {
	states: {
		connected: '●', connecting: '◐', disconnected: '○', loggedout: '✕', other: '?',
	},
	marker: '▌',
	nothing: '—',
	ellipsis: '…',
	separator: '·',
	off: '·',
	atLeast: '≥',
	about: '~',
	stuck: '⚑',
	flapping: '≈',
	fine: '─',
	brief: '┴',
	heights: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
	fresh: '+',
	mask: '••••••••',
	rule: '─',
	bar: '│',
	worseAbove: '▲',
	moreAbove: '↑',
	moreBelow: '↓',
	folded: '▸',
	unfolded: '▾',
	arrowKeys: {
		up: '↑', down: '↓', left: '←', right: '→',
	},
};

export const asciiSymbols: Symbols = {
	states: {
		connected: '*', connecting: '~', disconnected: 'o', loggedout: 'x', other: '?',
	},
	marker: '>',
	nothing: '-',
	// A full stop would look like the end of a whole text.
	ellipsis: '>',
	separator: '-',
	off: '.',
	atLeast: '>',
	about: '~',
	// An oddity has the other mark that warns.
	stuck: '#',
	flapping: '%',
	fine: '-',
	brief: '\'',
	heights: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
	fresh: '+',
	mask: '********',
	rule: '-',
	bar: '|',
	worseAbove: '^',
	moreAbove: '^',
	moreBelow: 'v',
	folded: '+',
	unfolded: '-',
	arrowKeys: {
		up: 'Up', down: 'Down', left: 'Left', right: 'Right',
	},
};
