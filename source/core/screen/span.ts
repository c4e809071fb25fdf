import type {ConnectionState, StateKind} from '../instance/instance.js';

/**
Meaning of a stretch of text to its reader; only the theme knows how it looks.
The levels of emphasis are `dim`, `plain` and `strong`. Colours are for the states and for what is wrong.
*/
export type Tone =
	| 'plain'
	| 'dim'
	| 'strong'
	| 'title'
	| 'trouble'
	| 'caution'
	| 'gone'
	/** A time that was connected throughout. */
	| 'fine'
	| 'fresh'
	| 'json-key'
	| 'cursor'
	| 'found'
	| `state-${StateKind}`;

/** Stretch of text with one tone. */
export type Span = {
	readonly text: string;
	readonly tone: Tone;
};

/** Spans of one line of the screen, from left to right. */
export type Line = readonly Span[];

export function span(text: string, tone: Tone = 'plain'): Span {
	return {text, tone};
}

export function stateTone({kind}: ConnectionState): Tone {
	return `state-${kind}`;
}
