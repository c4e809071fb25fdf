import type {Row} from '../fleet/row.js';
import type {Filter} from './parse.js';
import {createTextReader} from './row-texts.js';

/** Whether a row is meant by a filter, at the time of its data. */
export type Matcher = (filter: Filter, row: Row, now: number) => boolean;

/** Makes a matcher for rows that are looked at again and again, as with every letter that is typed: it remembers their folded texts as long as their facts live. */
export function createMatcher(): Matcher {
	const readTexts = createTextReader();
	return ({terms}, row, now) => {
		const context = {readTexts, now};
		return terms.every(({isNegated, tests}) => isNegated !== tests.some(test => test(row, context)));
	};
}

/** Whether a row that is looked at once is meant by the filter. */
export function isMatch(filter: Filter, row: Row, now: number): boolean {
	return createMatcher()(filter, row, now);
}
