import type {Row} from '../fleet/row.js';
import {askFor} from './field.js';
import type {Filter, IgnoredTerm} from './parse.js';
import {createTextReader} from './row-texts.js';

/** Part of a filter that is in order, and yet names what no row has. `isMistake` says that something else was most likely meant. */
export type Doubt = IgnoredTerm & {readonly isMistake: boolean};

/**
Finds the parts of a filter that name what no row has, such as a mistyped state.
`rows` are those of the whole fleet at `now`. Where there are none, nothing can be told.
*/
export function findDoubts({terms}: Filter, rows: readonly Row[], now: number): readonly Doubt[] {
	const context = {readTexts: createTextReader(), now};
	return rows.length === 0
		? []
		: terms.flatMap(({text, doubtful}) => doubtful
			.filter(({test}) => rows.every(row => !test(row, context)))
			.map(({doubt, nearest}) => ({text, why: `${doubt}${askFor(nearest)}`, isMistake: nearest !== undefined})));
}
