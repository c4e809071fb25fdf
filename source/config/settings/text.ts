import type {Arguments} from '../../cli/arguments.js';
import type {TextCommand} from '../../cli/options.js';
import type {OptionReader} from '../values/option-reader.js';
import {parseDuration} from '../../cli/values/parse.js';
import {readCheckSettings, type CheckSettings} from './check.js';
import {readListSettings, type ListSettings} from './list.js';
import {
	timeoutBounds,
	type AccountSource,
	type DemoSource,
} from './monitor.js';
import {readWaitSettings, type WaitSettings} from './wait.js';
import {readWatchSettings, type WatchSettings} from './watch.js';

type CommandSettings = ListSettings | WatchSettings | WaitSettings | CheckSettings;

/** Settings of a text command. */
export type TextSettings = CommandSettings & {
	/** Names of the instances to ask the API for; an empty list asks for all of the account. */
	readonly names: readonly string[];
	/** Time limit of one answer, in milliseconds. */
	readonly timeout: number;
};

/** Options of a text command: its settings and its source. */
export type TextOptions<Scenario extends string = string> = TextSettings & {
	readonly source: AccountSource | DemoSource<Scenario>;
};

/**
Reads the settings of a text command; `undefined` if there was a problem with one that it needs.

`given` has the switches of the config file as well; `typed` is the command line alone.
*/
export function readTextSettings(command: TextCommand, reading: OptionReader, given: Arguments, typed = given): TextSettings | undefined {
	const settings = readCommandSettings(command, reading, given, typed);
	const timeout = reading.read('timeout', text => parseDuration(text, timeoutBounds));
	return settings === undefined || timeout === undefined ? undefined : {...settings, timeout};
}

function readCommandSettings(command: TextCommand, reading: OptionReader, given: Arguments, typed: Arguments): CommandSettings | undefined {
	switch (command) {
		case 'list': {
			return readListSettings(reading, given, typed);
		}

		case 'watch': {
			return readWatchSettings(reading, given);
		}

		case 'wait': {
			return readWaitSettings(reading, given);
		}

		case 'check': {
			return readCheckSettings(reading, given);
		}
	}
}
