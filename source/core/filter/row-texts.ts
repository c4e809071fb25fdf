import type {Row} from '../fleet/row.js';
import type {Facts} from '../instance/facts.js';
import {foldBeginning} from '../text/fold-case.js';
import {withBlanks} from '../text/portable/show-name.js';
import {writingsOf} from './phone-digits.js';

/** Folded texts of a row that filters test most. `digits` holds the digits of the number alone, in all ways in which they are written. */
type RowTexts = {
	readonly name: string;
	readonly number: string;
	readonly profile: string;
	readonly business: string;
	readonly digits: string;
};

/** Reads the folded texts of a row. */
export type ReadTexts = (row: Row) => RowTexts;

/**
Makes a reader that folds the texts of a row once and caches them until the facts of the row are replaced.
Folding costs more than the rest of a match.
*/
export function createTextReader(): ReadTexts {
	const cache = new WeakMap<Facts, RowTexts>();
	return row => {
		const texts = cache.get(row.facts) ?? foldTexts(row);
		cache.set(row.facts, texts);
		return texts;
	};
}

function foldTexts({tracked, facts}: Row): RowTexts {
	return {
		name: foldBeginning(withBlanks(tracked.instance.name)),
		number: foldBeginning(facts.number),
		profile: foldBeginning(facts.profile),
		business: foldBeginning(facts.business),
		digits: writingsOf(foldBeginning(facts.number).replaceAll(/\D/gv, '')),
	};
}
