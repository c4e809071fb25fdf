import type {Arguments} from '../../cli/arguments.js';
import {checkFormat} from '../../cli/check-format.js';
import type {Settings} from '../../cli/settings.js';
import type {Filter} from '../../core/filter/parse.js';
import {readFilter} from '../values/filter.js';
import type {OptionReader} from '../values/option-reader.js';
import {readSettings, reportFirst} from '../values/read-settings.js';

/** Settings of `ryzetop events`. */
export type EventsSettings = Settings<'events'> & {
	readonly command: 'events';
	readonly filter: Filter;
};

/** Reads the options of `ryzetop events`; `undefined` if there was a problem with one that it needs. */
export function readEventsSettings(reading: OptionReader, given: Arguments): EventsSettings | undefined {
	const filter = readFilter(reading, given.words);
	reportFirst(reading, 'events', ['from', 'to', 'output']);
	for (const problem of checkFormat(given, reading.find('output')?.text ?? '', 'events')) {
		reading.report(problem);
	}

	const settings = readSettings(reading, {command: 'events', owner: 'command'});
	return settings && {...settings, command: 'events', filter};
}
