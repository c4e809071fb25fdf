import {parseFilter, type Filter} from '../../core/filter/parse.js';
import {quote} from '../../core/text/quote.js';
import {joinFilter} from '../../cli/values/grid.js';
import type {OptionReader} from './option-reader.js';

/**
Reads the words of a text command as a filter.

A term that cannot be used is a problem here, while the monitor ignores it with a warning.
Without that term a script would act on instances that the filter should exclude.
*/
export function readFilter(reading: OptionReader, words: readonly string[]): Filter {
	const filter = parseFilter(joinFilter(words));
	for (const {text, why} of filter.ignored) {
		reading.report(`The filter ${quote(text)} cannot be used: ${why}${why.endsWith('?') ? '' : '.'}`);
	}

	return filter;
}
