import type {Filter} from '../../core/filter/parse.js';
import type {Threshold} from '../../core/fleet/threshold.js';
import type {Arguments} from '../../cli/arguments.js';
import {readFilter} from '../values/filter.js';
import type {OptionReader} from '../values/option-reader.js';
import {parseThreshold} from '../../cli/values/range.js';
import {parseDuration, parseNames} from '../../cli/values/parse.js';

/** Settings of `ryzetop check`. */
export type CheckSettings = {
	readonly command: 'check';
	readonly names: readonly string[];
	readonly filter: Filter;
	readonly warning: Threshold;
	/** Nothing is critical if this is `undefined`. */
	readonly critical: Threshold | undefined;
	/** Time for which a failed poll is tried again, in milliseconds. */
	readonly stale: number;
};

/** In milliseconds. Monitoring systems stop a plugin after about a minute; ten minutes is enough where that limit was raised. */
const staleBounds = {least: 0, most: 600_000};

/** Reads the options of `ryzetop check`; `undefined` if there was a problem with one that it needs. */
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
