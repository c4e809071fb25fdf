import type {Row} from '../row.js';
import type {Filter} from './parse.js';

/** Whether a row is meant by the filter. */
export function isMatch({terms}: Filter, row: Row): boolean {
	return terms.every(({isNegated, tests}) => isNegated !== tests.some(test => test(row)));
}
