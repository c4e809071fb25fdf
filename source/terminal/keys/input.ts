import type {Chord} from '../../core/keymap/bindings.js';
import type {Pointed} from '../../core/screen/pointer.js';

/** What a person did: typed characters, pressed another key, pasted, used the mouse. */
export type Input =
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'key'; readonly chord: Chord}
	| {readonly kind: 'paste'; readonly text: string}
	| {readonly kind: 'pointed'; readonly pointed: Pointed};

export const escapeKey: Input = {kind: 'key', chord: 'esc'};

export function pressed(chord: Chord): Input {
	return {kind: 'key', chord};
}
