import {lineWidth} from '../screen/line.js';
import {span, type Line} from '../screen/span.js';
import type {Keymap} from './bindings.js';
import {hintsAt, type Hint, type HintWords} from './describe.js';
import type {KeyNames} from './key-names.js';
import type {FocusedPlace} from './places.js';

/** `words` are those that differ now from the words of the table. */
type HintOptions = {readonly words?: HintWords | undefined; readonly isKeptOnly?: boolean; readonly names?: KeyNames | undefined};

/**
Makes the line of the keys of a place: as many as fit into `width` cells, in the order of the table. The keys that a person has to know to
get on are never left out: others make room for them, then their words do.
*/
export function hintLine(place: FocusedPlace, width: number, keymap: Keymap, {words, isKeptOnly = false, names}: HintOptions = {}): Line {
	const hints = hintsAt(place, keymap, words, names);
	const others = isKeptOnly ? [] : hints.filter(({isKept}) => !isKept);
	let shown: readonly Hint[] = hints.filter(({isKept}) => isKept);
	if (lineWidth(lineOf(shown)) > width) {
		return lineOf(shown.map(({key}) => ({key, hint: ''})));
	}

	for (const hint of others) {
		const more = new Set([...shown, hint]);
		const longer = hints.filter(each => more.has(each));
		if (lineWidth(lineOf(longer)) > width) {
			break;
		}

		shown = longer;
	}

	return lineOf(shown);
}

function lineOf(hints: ReadonlyArray<Pick<Hint, 'key' | 'hint'>>): Line {
	return hints.flatMap(({key, hint}, index) => [span(`${index === 0 ? ' ' : '  '}${key}`), ...hint === '' ? [] : [span(` ${hint}`, 'dim')]]);
}
