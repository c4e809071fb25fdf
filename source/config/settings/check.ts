import type {Filter} from '../../core/filter/parse.js';
import type {Threshold} from '../../core/fleet/threshold.js';
import type {Arguments} from '../../cli/arguments.js';
import {readFilter} from '../values/filter.js';
import type {OptionReader} from '../values/option-reader.js';
import {parseThreshold} from '../values/range.js';
import {parseDuration, parseNames} from '../values/parse.js';

/** What `ryzetop check` is told. */
export type CheckSettings = {
	readonly command: 'check';
	readonly names: readonly string[];
	readonly filter: Filter;
	readonly warning: Threshold;
	/** Nothing is critical if there is none. */
	readonly critical: Threshold | undefined;
	/** For how long a poll that fails is tried again, in milliseconds. */
	readonly stale: number;
};

/** Monitoring systems give a plugin a minute or so; whoever raised that to ten has his reasons. */
const staleBounds = {least: 0, most: 600_000};

/** Reads the options of `ryzetop check`; nothing if there was a problem with one that it needs. */
export function readCheckSettings(reading: OptionReader, {words}: Arguments): CheckSettings | undefined {
	const names = reading.read('instance', parseNames) ?? [];
	const filter = readFilter(reading, words);
	const warning = reading.read('warning', parseThreshold);
	const critical = reading.read('critical', parseThreshold);
	const stale = reading.read('stale', text => parseDuration(text, staleBounds));
	return warning === undefined || stale === undefined
		? undefined
		: {
			command: 'check', names, filter, warning, critical, stale,
		};
}
