import type {Filter} from '../../core/filter/parse.js';
import type {Arguments} from '../../cli/arguments.js';
import {readFilter} from '../values/filter.js';
import type {OptionReader} from '../values/option-reader.js';
import {parseDuration, parseNames} from '../../cli/values/parse.js';
import {intervalBounds} from './monitor.js';

/** Settings of `ryzetop watch`. */
export type WatchSettings = {
	readonly command: 'watch';
	readonly names: readonly string[];
	readonly filter: Filter;
	/** Time between two polls, in milliseconds. */
	readonly interval: number;
	/** Whether the output begins with the instances as they are. */
	readonly hasInitial: boolean;
};

/** Reads the options of `ryzetop watch`; `undefined` if there was a problem with one that it needs. */
export function readWatchSettings(reading: OptionReader, {switches, words}: Arguments): WatchSettings | undefined {
	const names = reading.read('instance', parseNames) ?? [];
	const filter = readFilter(reading, words);
	const interval = reading.read('interval', text => parseDuration(text, intervalBounds));
	return interval === undefined
		? undefined
		: {
			command: 'watch', names, filter, interval, hasInitial: switches.has('initial'),
		};
}
