import {stateKinds, type StateKind} from '../instance/instance.js';
import {sectionIds, type SectionId} from '../sections/sections.js';

/** Digits that choose a state, in the order of the states. */
type StateNumber = '1' | '2' | '3' | '4' | '5';

/** Digits that open a section, in the order of the sections. */
type SectionNumber = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '0';

export const sectionNumbers: readonly SectionNumber[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

export const stateNumbers: readonly StateNumber[] = ['1', '2', '3', '4', '5'];

/** State of the instances that a digit shows. */
export function stateOf(digit: StateNumber): StateKind {
	return stateKinds[stateNumbers.indexOf(digit)] ?? 'other';
}

/** Section that a digit opens. */
export function sectionOf(digit: SectionNumber): SectionId {
	return sectionIds[sectionNumbers.indexOf(digit)] ?? 'connection';
}
