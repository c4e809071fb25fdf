import type {Row} from '../row.js';
import type {Filter} from './parse.js';
import {textsOf} from './row-texts.js';

/** Whether a row is meant by the filter. */
export function isMatch({terms}: Filter, row: Row): boolean {
	if (terms.length === 0) {
		return true;
	}

	const texts = textsOf(row);
	return terms.every(({isNegated, tests}) => isNegated !== tests.some(test => test(row, texts)));
}
