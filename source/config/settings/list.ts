import type {Arguments} from '../../cli/arguments.js';
import {checkFormat} from '../../cli/check-format.js';
import type {Settings} from '../../cli/settings.js';
import type {Filter} from '../../core/filter/parse.js';
import {readFilter} from '../values/filter.js';
import type {OptionReader} from '../values/option-reader.js';
import {readSettings, reportFirst} from '../values/read-settings.js';

/** Settings of `ryzetop list`. */
export type ListSettings = Settings<'list'> & {
	readonly command: 'list';
	readonly filter: Filter;
};

/** Reads the options of `ryzetop list`; `undefined` if there was a problem with one that it needs. */
export function readListSettings(reading: OptionReader, given: Arguments): ListSettings | undefined {
	reportFirst(reading, 'list', ['instance']);
	const filter = readFilter(reading, given.words);
	reportLayout(reading, given);
	const settings = readSettings(reading, {command: 'list', owner: 'command'});
	return settings && {...settings, command: 'list', filter};
}

/** Reports problems with how the list is written, then the options on the command line that the format in force does not take. */
export function reportLayout(reading: OptionReader, typed: Arguments): void {
	reportFirst(reading, 'list', ['output', 'columns', 'sort']);
	for (const problem of checkFormat(typed, reading.find('output')?.text ?? '')) {
		reading.report(problem);
	}
}
