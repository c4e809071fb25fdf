import {
	bindings,
	type Binding,
	type Chord,
	type FocusedPlace,
	type Place,
} from './bindings.js';
import type {CommandId} from './commands.js';

/** The bindings in force at a place, nearest first; a chord that a nearer one takes is not listed again. */
export function bindingsAt(place: FocusedPlace): readonly Binding[] {
	const taken = new Set<Chord>();
	return placesAt(place).flatMap(here => bindings.filter(binding => binding.place === here)).flatMap(binding => {
		const chords = binding.chords.filter(chord => !taken.has(chord));
		for (const chord of chords) {
			taken.add(chord);
		}

		return chords.length === 0 ? [] : [{...binding, chords}];
	});
}

/** What a chord asks for at a place; `undefined` for one that means nothing there. */
export function resolveChord(chord: Chord, place: FocusedPlace): CommandId | undefined {
	for (const here of placesAt(place)) {
		const found = bindings.find(binding => binding.place === here && binding.chords.includes(chord));
		if (found !== undefined) {
			return found.command;
		}
	}

	return undefined;
}

/** Which bindings hold where a person is, nearest first. In the prompt everything else is text. */
function placesAt(place: FocusedPlace): readonly Place[] {
	return place === 'prompt' ? ['prompt'] : [place, 'lists', 'everywhere'];
}
