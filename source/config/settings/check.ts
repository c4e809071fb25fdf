import type {Arguments} from '../../cli/arguments.js';
import type {Settings} from '../../cli/settings.js';
import type {Filter} from '../../core/filter/parse.js';
import {readFilter} from '../values/filter.js';
import type {OptionReader} from '../values/option-reader.js';
import {readSettings, reportFirst} from '../values/read-settings.js';

/** Settings of `ryzetop check`. */
export type CheckSettings = Settings<'check'> & {
	readonly command: 'check';
	readonly filter: Filter;
};

/** Reads the options of `ryzetop check`; `undefined` if there was a problem with one that it needs. */
export function readCheckSettings(reading: OptionReader, {words}: Arguments): CheckSettings | undefined {
	reportFirst(reading, 'check', ['instance']);
	const filter = readFilter(reading, words);
	reportFirst(reading, 'check', ['count', 'empty', 'warning', 'critical', 'stale']);
	const settings = readSettings(reading, {command: 'check', owner: 'command'});
	return settings && {...settings, command: 'check', filter};
}
