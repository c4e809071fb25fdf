import type {Arguments} from '../../cli/arguments.js';
import type {Settings} from '../../cli/settings.js';
import type {Filter} from '../../core/filter/parse.js';
import {readFilter} from '../values/filter.js';
import type {OptionReader} from '../values/option-reader.js';
import {readSettings, reportFirst} from '../values/read-settings.js';

/** Settings of `ryzetop watch`. */
export type WatchSettings = Settings<'watch'> & {
	readonly command: 'watch';
	readonly filter: Filter;
};

/** Reads the options of `ryzetop watch`; `undefined` if there was a problem with one that it needs. */
export function readWatchSettings(reading: OptionReader, {words}: Arguments): WatchSettings | undefined {
	reportFirst(reading, 'watch', ['instance']);
	const filter = readFilter(reading, words);
	const settings = readSettings(reading, {command: 'watch', owner: 'command'});
	return settings && {...settings, command: 'watch', filter};
}
