import type {
	Binding,
	BoundCommand,
	Chord,
	Keymap,
} from './bindings.js';
import {
	isMenu,
	placeTable,
	type FocusedPlace,
	type Place,
} from './places.js';

/**
Bindings that hold at a place: its own, those of the view that it is like, those of `lists`, then those of `everywhere`. A chord is in the
first of them only.
*/
export function bindingsAt(place: FocusedPlace, keymap: Keymap): readonly Binding[] {
	const bound = new Set<Chord>();
	return placesAt(place).flatMap(here => keymap.filter(binding => binding.place === here)).flatMap(binding => {
		const chords = binding.chords.filter(chord => !bound.has(chord));
		for (const chord of chords) {
			bound.add(chord);
		}

		return chords.length === 0 ? [] : [{...binding, chords}];
	});
}

/** The first chord of a command at a place, as `bindingsAt` has it: one that no binding before its own takes. */
export function chordOf(command: BoundCommand, place: FocusedPlace, keymap: Keymap): Chord | undefined {
	const places = placesAt(place);
	for (const here of places) {
		for (const binding of keymap) {
			const chord = binding.place === here && binding.command === command
				? binding.chords.find(each => ownerOf(each, places, keymap) === binding)
				: undefined;
			if (chord !== undefined) {
				return chord;
			}
		}
	}

	return undefined;
}

/** Command of a chord at a place; `undefined` for a chord that is not bound there. */
export function resolveChord(chord: Chord, place: FocusedPlace, keymap: Keymap): BoundCommand | undefined {
	return ownerOf(chord, placesAt(place), keymap)?.command;
}

/** The binding that a chord belongs to: the first one that has it. */
function ownerOf(chord: Chord, places: readonly Place[], keymap: Keymap): Binding | undefined {
	for (const here of places) {
		const found = keymap.find(binding => binding.place === here && binding.chords.includes(chord));
		if (found !== undefined) {
			return found;
		}
	}

	return undefined;
}

/** Places whose bindings hold at a place, in the order of precedence. In the prompt and in the menus all other keys are text. */
export function placesAt(place: FocusedPlace): readonly Place[] {
	if (place === 'prompt') {
		return ['prompt'];
	}

	if (isMenu(place)) {
		return [place, 'menu'];
	}

	return [place, ...likesOf(place), 'lists', 'everywhere'];
}

/** The views whose keys hold behind a place's own. */
export function likesOf(place: FocusedPlace): readonly Place[] {
	return placeTable.flatMap(row => row.place === place && 'like' in row ? [row.like] : []);
}
