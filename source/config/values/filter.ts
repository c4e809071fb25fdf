import {parseFilter, type Filter} from '../../core/filter/parse.js';
import {quote} from '../../core/text/quote.js';
import {joinFilter} from './grid.js';
import type {OptionReader} from './option-reader.js';

/** Reads the words of a text command as a filter. What the monitor would name and leave out is a problem here: a script that goes on with a filter less would act on instances it was to leave alone. */
export function readFilter(reading: OptionReader, words: readonly string[]): Filter {
	const filter = parseFilter(joinFilter(words));
	for (const {text, why} of filter.ignored) {
		reading.report(`The filter ${quote(text)} cannot be used: ${why}${why.endsWith('?') ? '' : '.'}`);
	}

	return filter;
}
