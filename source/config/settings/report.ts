import type {Arguments} from '../../cli/arguments.js';
import {checkFormat} from '../../cli/check-format.js';
import type {Settings} from '../../cli/settings.js';
import {joinFilter} from '../../cli/values/grid.js';
import type {Filter} from '../../core/filter/parse.js';
import {readFilter} from '../values/filter.js';
import type {OptionReader} from '../values/option-reader.js';
import {readSettings, reportFirst} from '../values/read-settings.js';

/** Settings of `ryzetop report`. */
export type ReportSettings = Settings<'report'> & {
	readonly command: 'report';
	readonly filter: Filter;
	/** The filter as it was typed; empty where there is none. */
	readonly filterText: string;
};

/** Reads the options of `ryzetop report`; `undefined` if there was a problem with one that it needs. */
export function readReportSettings(reading: OptionReader, given: Arguments): ReportSettings | undefined {
	const {words, values} = given;
	const filter = readFilter(reading, words);
	reportFirst(reading, 'report', ['last', 'month', 'from', 'to', 'output']);
	const [first, ...others] = [
		...(['last', 'month'] as const).filter(name => values.has(name)).map(name => `--${name}`),
		...(['from', 'to'] as const).filter(name => values.has(name)).map(name => `--${name}`).slice(0, 1),
	];
	if (first !== undefined && others.length > 0) {
		reading.report(`${first} and ${others.join(' and ')} contradict each other: each says which time is reported. Leave one of them out.`);
	}

	for (const problem of checkFormat(given, reading.find('output')?.text ?? '', 'report')) {
		reading.report(problem);
	}

	const settings = readSettings(reading, {command: 'report', owner: 'command'});
	return settings && {
		...settings, command: 'report', filter, filterText: joinFilter(words),
	};
}
