import {collectPaste, type Paste} from './paste.js';
import {rules, waitFor, type Waiting} from './wait.js';

/**
How a sequence began: behind ESC, behind ESC ESC, which is Alt or an `Esc` before it; behind an ESC that was given out as the key already,
since nothing followed it in time; or with one control character of 8 bits, which is no key.
*/
export type Start = 'escape' | 'double' | 'late' | 'control';

/** A control sequence (CSI, SS3) that has not ended. */
export type OpenSequence = {
	readonly kind: 'sequence';
	readonly start: Start;
	readonly introducer: '[' | 'O';
	readonly body: string;
	readonly waiting: Waiting;
};

/** A control string (OSC, DCS, APC, PM, SOS) that has not ended. */
export type OpenString = {
	readonly kind: 'string';
	readonly start: Start;
	readonly introducer: string;
	/** Kept as long as it may be keys; `undefined` for an answer. */
	readonly content: string | undefined;
	/** Whether the last character was ESC, which begins the end of the string. */
	readonly isEscaped: boolean;
	readonly waiting: Waiting;
};

/** Nothing has begun. */
export type Ground = {
	readonly kind: 'ground';
	/** What was given out since an ESC, as long as it is the beginning of a start marker whose characters come one by one. */
	readonly trail: string;
};

/** A paste whose end has not come. */
export type OpenPaste = {
	readonly kind: 'paste';
	readonly paste: Paste;
	readonly waiting: Waiting;
};

/** What followed the end of a paste, which may be in its text; or what followed a paste whose end did not come in time. */
export type PasteTail = {
	readonly kind: 'tail';
	/** Whether the end of the paste is still missing. */
	readonly isCut: boolean;
	readonly text: string;
	/** How many characters at the beginning of `text` began an end marker before the time of the paste was over. They are no keys. */
	readonly begun: number;
	readonly waiting: Waiting;
};

/** What was dropped since its end did not come in time. Its rest may still come. */
export type Broken = {
	readonly kind: 'broken';
	/** A control sequence, as it is sent with 7 bits; `undefined` for a control string. */
	readonly begun: string | undefined;
	/** What came since then and may be the rest. */
	readonly held: string;
	readonly waiting: Waiting;
};

/**
What has begun and has not ended yet. The names are of the states of a terminal's own parser, which reads the same sequences.

`late`: an ESC was given out as a key. Its sequence may still come, over a slow line.
`mouse`: a report of the mouse in its oldest form, of which three characters follow, whatever they are.
*/
export type State =
	| OpenSequence
	| OpenString
	| OpenPaste
	| PasteTail
	| Broken
	| Ground
	| {readonly kind: 'late'}
	| {readonly kind: 'escape'; readonly isDouble: boolean; readonly waiting: Waiting}
	| {readonly kind: 'mouse'; readonly left: number; readonly waiting: Waiting};

export const escape = '\u{1B}';
export const ground: Ground = {kind: 'ground', trail: ''};

/** Nothing has begun, and the last key was an ESC whose sequence comes late. */
export const afterEscapeKey: Ground = {kind: 'ground', trail: escape};

/** What introduces SS3, CSI, DCS, SOS, OSC, PM and APC behind ESC (ECMA-48, section 5). Each is Alt and that character too. */
const introducers = 'O[PX]^_';

/** The controls of 8 bits that introduce a sequence or a string, with what follows ESC in their form of 7 bits. */
export const controls: ReadonlyMap<string, string> = new Map(Array.from(introducers, introducer =>
	[String.fromCodePoint((introducer.codePointAt(0) ?? 0) + 0x40), introducer]));

export function isIntroducer(character: string): boolean {
	return introducers.includes(character);
}

export function beginEscape(isDouble: boolean): State {
	return {kind: 'escape', isDouble, waiting: waitFor(rules.escape)};
}

export function beginPaste(): OpenPaste {
	return {kind: 'paste', paste: collectPaste(), waiting: waitFor(rules.paste)};
}

export function beginTail(): PasteTail {
	return {
		kind: 'tail', isCut: false, text: '', begun: 0, waiting: waitFor(rules.tail),
	};
}

/** Waits for the rest of a paste, whose end may have `begun` already. */
export function awaitPasteEnd(begun: string): PasteTail {
	return {
		kind: 'tail', isCut: true, text: begun, begun: begun.length, waiting: waitFor(rules.broken),
	};
}

export function breakOff(begun: Broken['begun']): Broken {
	return {
		kind: 'broken', begun, held: '', waiting: waitFor(rules.broken),
	};
}

/** Begins a sequence or a string. */
export function begin(introducer: string, start: Start): OpenSequence | OpenString {
	const waiting = waitFor(start === 'late' ? rules.doubtful : rules.sequence);
	if (introducer === '[' || introducer === 'O') {
		return {
			kind: 'sequence', start, introducer, body: '', waiting,
		};
	}

	return {
		kind: 'string',
		start,
		introducer,
		isEscaped: false,
		...start === 'control' ? {content: undefined, waiting: waitFor(rules.answer)} : {content: '', waiting},
	};
}
