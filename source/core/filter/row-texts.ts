import type {Facts, Row} from '../fleet/row.js';
import {foldCase} from '../text/fold-case.js';

/** The texts that terms ask for most, folded; `digits` are those of the number alone. */
type RowTexts = {
	readonly name: string;
	readonly number: string;
	readonly profile: string;
	readonly business: string;
	readonly digits: string;
};

export type ReadTexts = (row: Row) => RowTexts;

/** Makes a reader that folds the texts of a row once, as long as its facts live: folding costs more than all the rest of a match. */
export function createTextReader(): ReadTexts {
	const known = new WeakMap<Facts, RowTexts>();
	return row => {
		const texts = known.get(row.facts) ?? foldTexts(row);
		known.set(row.facts, texts);
		return texts;
	};
}

function foldTexts({tracked, facts}: Row): RowTexts {
	return {
		name: foldCase(tracked.instance.name),
		number: foldCase(facts.number),
		profile: foldCase(facts.profile),
		business: foldCase(facts.business),
		digits: facts.number.replaceAll(/\D/gv, ''),
	};
}
