import type {ConnectionState, StateKind} from '../instance/instance.js';

/**
What a stretch of text means to its reader; the theme alone knows what it looks like. Three levels of emphasis, the states, and trouble: colour is for what is wrong, and for states.
*/
export type Tone =
	| 'plain'
	| 'dim'
	| 'strong'
	| 'title'
	| 'trouble'
	| 'caution'
	| 'gone'
	| 'fresh'
	| 'json-key'
	| 'cursor'
	| 'found'
	| `state-${StateKind}`;

export type Span = {
	readonly text: string;
	readonly tone: Tone;
};

/** One line of the screen, as stretches of text that follow each other. */
export type Line = readonly Span[];

export function span(text: string, tone: Tone = 'plain'): Span {
	return {text, tone};
}

/** The tone of a state. */
export function stateTone({kind}: ConnectionState): Tone {
	return `state-${kind}`;
}
