import {stateKinds, type StateKind} from '../instance/instance.js';
import {sectionIds, type SectionId} from '../sections/sections.js';

/** Digits that choose a state, in the order of the states. */
type StateNumber = '1' | '2' | '3' | '4' | '5';

/** Digits that open one of the first ten sections, in the order of the sections. */
type SectionNumber = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '0';

export const sectionNumbers: readonly SectionNumber[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

export const stateNumbers: readonly StateNumber[] = ['1', '2', '3', '4', '5'];

/** State of the instances that a digit shows. */
export function stateOf(digit: StateNumber): StateKind {
	return stateKinds[stateNumbers.indexOf(digit)] ?? 'other';
}

/** Section that a digit opens. */
export function sectionOf(digit: SectionNumber): SectionId {
	return atDigit(sectionIds, digit) ?? 'connection';
}

/** The one of a list that a digit chooses. Those after the tenth have no digit; they are reached one after the other. */
export function atDigit<Id>(ids: readonly Id[], digit: SectionNumber): Id | undefined {
	return ids[sectionNumbers.indexOf(digit)];
}

/** The one of a list that is `step` places after another; the first follows the last. */
export function stepFrom<Id>(ids: readonly Id[], id: Id, step: 1 | -1): Id {
	return ids.at((ids.indexOf(id) + step) % ids.length) ?? id;
}
