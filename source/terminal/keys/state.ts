import type {Paste} from './paste.js';
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

/**
What has begun and has not ended yet. The names are of the states of a terminal's own parser, which reads the same sequences.

`late`: an ESC was given out as a key. Its sequence may still come, over a slow line.
`mouse`: a report of the mouse in its oldest form, of which three characters follow, whatever they are.
`tail`: what followed the end of a paste.
*/
export type State =
	| OpenSequence
	| OpenString
	| {readonly kind: 'ground'}
	| {readonly kind: 'late'}
	| {readonly kind: 'escape'; readonly isDouble: boolean; readonly waiting: Waiting}
	| {readonly kind: 'mouse'; readonly left: number; readonly waiting: Waiting}
	| {readonly kind: 'paste'; readonly paste: Paste; readonly waiting: Waiting}
	| {readonly kind: 'tail'; readonly text: string; readonly waiting: Waiting};

/** What a character does to a sequence or a string that has not ended. */
export type Step =
	/** It is a part of it, or ends it. */
	| {readonly kind: 'taken'; readonly state: State}
	/** It ends it, and is read again in the next state. */
	| {readonly kind: 'left'; readonly state: State}
	/** It shows that keys were pressed: these ones, and then the character, unless it is among them. */
	| {readonly kind: 'keys'; readonly keys: string; readonly isAmong: boolean; readonly next?: State}
	/** It is the last character of a control sequence. */
	| {readonly kind: 'final'};

export const ground: State = {kind: 'ground'};
export const escape = '\u{1B}';

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

/** Goes on with a wait, or begins one by another rule. */
export function waitOn(waiting: Waiting, rule: (typeof rules)[keyof typeof rules]): Waiting {
	return waiting.wait().milliseconds === rule.milliseconds ? waiting : waitFor(rule);
}
