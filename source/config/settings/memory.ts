import type {Arguments} from '../../cli/arguments.js';
import type {MemoryCommand} from '../../cli/option.js';
import type {Layer} from '../file/layer.js';
import type {OptionReader} from '../values/option-reader.js';
import {readSettings} from '../values/read-settings.js';
import {readEventsSettings, type EventsSettings} from './events.js';
import {readReportSettings, type ReportSettings} from './report.js';

/** Settings of a command that tells what the memory holds. */
type MemorySettings = EventsSettings | ReportSettings;

/** The memory that is told of. */
type MemorySource = {
	/** The file that an option or the config file names. */
	readonly historyFile: string | undefined;
	/** Addresses of the deployments whose accounts are told of; all are where it is `undefined`. */
	readonly urls: readonly string[] | undefined;
};

/** Options of a command that tells what the memory holds: its settings and its source. */
export type MemoryOptions = MemorySettings & {readonly source: MemorySource};

/**
Reads the options of a command that tells what the memory holds; `undefined` if there was a problem with one that it needs. Only an address
or a profile that the command line names chooses accounts: that of the environment and the usual one are for asking the API.
*/
export function readMemoryOptions(
	command: MemoryCommand,
	reading: OptionReader,
	given: Arguments,
	profiles: readonly Layer[],
): MemoryOptions | undefined {
	const settings = readMemorySettings(command, reading, given);
	const source = readSettings(reading, {command, owner: 'account'});
	const isSeveral = given.values.has('profile') && profiles.length > 1;
	if (isSeveral && given.values.has('url')) {
		reading.report('--url names one deployment, and --profile several accounts. Leave one of them out.');
	}

	const isChosen = given.values.has('url') || given.values.has('profile');
	const readings = isSeveral ? profiles.map(layer => reading.within(layer)) : [reading];
	const urls = readings.map(each => readSettings(each, {command, owner: 'account'})?.url).filter(url => url !== undefined);
	for (const problem of readings.flatMap(each => each.problems())) {
		reading.report(problem);
	}

	return settings && source && {...settings, source: {historyFile: source.historyFile, urls: isChosen ? [...new Set(urls)] : undefined}};
}

function readMemorySettings(command: MemoryCommand, reading: OptionReader, given: Arguments): MemorySettings | undefined {
	switch (command) {
		case 'events': {
			return readEventsSettings(reading, given);
		}

		case 'report': {
			return readReportSettings(reading, given);
		}
	}
}
