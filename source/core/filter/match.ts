import type {Row} from '../row.js';
import type {Filter} from './parse.js';
import {createTextReader} from './row-texts.js';

/** Whether a row is meant by a filter. */
export type Matcher = (filter: Filter, row: Row) => boolean;

/** Makes a matcher for rows that are looked at again and again, as with every letter that is typed: it remembers their folded texts as long as their facts live. */
export function createMatcher(): Matcher {
	const readTexts = createTextReader();
	return ({terms}, row) => terms.every(({isNegated, tests}) => isNegated !== tests.some(test => test(row, readTexts)));
}

/** Whether a row that is looked at once is meant by the filter. */
export function isMatch(filter: Filter, row: Row): boolean {
	return createMatcher()(filter, row);
}
