import type {Row} from '../row.js';
import {foldCase} from './fold-case.js';

/** What plain words are looked for in. Folding costs more than all the rest of a match, so it is done when a term first asks, and once for all the terms. */
export type RowTexts = {
	/** Name, number, profile and business name, folded, a line each. */
	readonly words: () => string;
	/** The digits of the number alone. */
	readonly digits: () => string;
};

export function textsOf({tracked, facts}: Row): RowTexts {
	let words: string | undefined;
	let digits: string | undefined;
	return {
		words: () => words ??= foldCase(`${tracked.instance.name}\n${facts.number}\n${facts.profile}\n${facts.business}`),
		digits: () => digits ??= onlyDigits(facts.number),
	};
}

function onlyDigits(text: string): string {
	return text.replaceAll(/\D/gv, '');
}
