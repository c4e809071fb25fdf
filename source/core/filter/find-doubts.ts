import type {Slices} from '../polling/slices.js';
import type {Row} from '../fleet/row.js';
import {askFor, type Doubtful} from './field.js';
import type {Filter, IgnoredTerm} from './parse.js';
import {createTextReader} from './row-texts.js';

/** Part of a filter that is in order, and yet names what no row has. `isMistake` says that something else was most likely meant. */
export type Doubt = IgnoredTerm & {
	readonly isMistake: boolean;
	/** Whether nothing can be counted by it, one way or the other. */
	readonly isUnknowable?: boolean;
};

/** Number of rows in a slice: folding and testing one text of each takes a few milliseconds. */
const rowsPerSlice = 500;

/**
Finds the parts of a filter that name what no row has, such as a mistyped state, in slices.
`rows` are those of the whole fleet at `now`. Where there are none, nothing can be told.

@yields Nothing.
*/
export function * findDoubts({terms}: Filter, rows: readonly Row[], now: number): Slices<readonly Doubt[]> {
	if (rows.length === 0) {
		return [];
	}

	const doubts: Doubt[] = [];
	for (const {text, doubtful} of terms) {
		for (const {test, expected = test, doubt, nearest, isUnknowable = false} of doubtful) {
			if (!(yield * findPassing(expected, rows, now))) {
				doubts.push({
					text, why: `${doubt}${askFor(nearest)}`, isMistake: isUnknowable || nearest !== undefined, isUnknowable,
				});
			}
		}
	}

	return doubts;
}

/** The parts of a filter of which one look, as of `list` or `check` without a memory, shows nothing: since when, how often. */
export function findUnwatched({terms}: Filter): readonly Doubt[] {
	return terms
		.filter(({needsWatching}) => needsWatching)
		.map(({text}) => ({
			text, why: `one look cannot tell of ${text}, and nothing is remembered; the monitor and watch can`, isMistake: true, isUnknowable: true,
		}));
}

/** Whether any row passes a test. */
function * findPassing(test: Doubtful['test'], rows: readonly Row[], now: number): Slices<boolean> {
	const context = {readTexts: createTextReader(), now};
	for (const [index, row] of rows.entries()) {
		if (test(row, context)) {
			return true;
		}

		if (index % rowsPerSlice === 0) {
			yield;
		}
	}

	return false;
}
