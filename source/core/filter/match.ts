import type {Row} from '../fleet/row.js';
import type {Filter} from './parse.js';
import {createTextReader} from './row-texts.js';

/** Whether a row matches a filter at the time of its data. */
export type Matcher = (filter: Filter, row: Row, now: number) => boolean;

/**
Makes a matcher for rows that are tested many times, such as with every letter that is typed.
It caches the folded texts of a row until the facts of the row are replaced.
*/
export function createMatcher(): Matcher {
	const readTexts = createTextReader();
	return ({terms}, row, now) => {
		const context = {readTexts, now};
		return terms.every(({isNegated, tests}) => isNegated !== tests.some(test => test(row, context)));
	};
}

/** Whether a row matches a filter; for rows that are tested once, since nothing is cached. */
export function isMatch(filter: Filter, row: Row, now: number): boolean {
	return createMatcher()(filter, row, now);
}
