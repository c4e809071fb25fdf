import type {StateKind} from '../instance/instance.js';

/** The characters the program draws with beside letters, in one set for UTF-8 and one for everything else. Each takes the same cells in both. */
export type Symbols = {
	readonly states: Readonly<Record<StateKind, string>>;
	readonly marker: string;
	readonly nothing: string;
	readonly ellipsis: string;
	readonly separator: string;
	readonly off: string;
	readonly atLeast: string;
	readonly stuck: string;
	readonly flapping: string;
	readonly fresh: string;
	readonly mask: string;
	readonly rule: string;
	readonly bar: string;
	readonly moreAbove: string;
	readonly moreBelow: string;
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
	stuck: '⚑',
	flapping: '≈',
	fresh: '+',
	mask: '••••••••',
	rule: '─',
	bar: '│',
	moreAbove: '↑',
	moreBelow: '↓',
};

export const asciiSymbols: Symbols = {
	states: {
		connected: '*', connecting: '~', disconnected: 'o', loggedout: 'x', other: '?',
	},
	marker: '>',
	nothing: '-',
	ellipsis: '.',
	separator: '-',
	off: '.',
	atLeast: '>',
	stuck: '!',
	flapping: '%',
	fresh: '+',
	mask: '********',
	rule: '-',
	bar: '|',
	moreAbove: '^',
	moreBelow: 'v',
};
