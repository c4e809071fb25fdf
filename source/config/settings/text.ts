import type {Arguments} from '../../cli/arguments.js';
import type {TextCommand} from '../../cli/options.js';
import type {OptionReader} from '../values/option-reader.js';
import {parseDuration} from '../values/parse.js';
import {readCheckSettings, type CheckSettings} from './check.js';
import {readListSettings, type ListSettings} from './list.js';
import {
	timeoutBounds,
	type AccountSource,
	type DemoSource,
} from './monitor.js';
import {readWaitSettings, type WaitSettings} from './wait.js';
import {readWatchSettings, type WatchSettings} from './watch.js';

/** What a text command is told. `names` are those to ask the API for; all of the account if there are none. `timeout` is for one answer, in milliseconds. */
export type TextSettings = (ListSettings | WatchSettings | WaitSettings | CheckSettings) & {
	readonly names: readonly string[];
	readonly timeout: number;
};

export type TextOptions<Scenario extends string = string> = TextSettings & {
	readonly source: AccountSource | DemoSource<Scenario>;
};

/** Reads what does not depend on whose account it is; nothing if there was a problem with something that the command needs. `typed` is the command line alone, where `given` has more switches than were typed. */
export function readTextSettings(command: TextCommand, reading: OptionReader, given: Arguments, typed = given): TextSettings | undefined {
	const own = readOwn(command, reading, {given, typed});
	const timeout = reading.read('timeout', text => parseDuration(text, timeoutBounds));
	return own === undefined || timeout === undefined ? undefined : {...own, timeout};
}

function readOwn(command: TextCommand, reading: OptionReader, {given, typed}: {readonly given: Arguments; readonly typed: Arguments}): Omit<TextSettings, 'timeout'> & (ListSettings | WatchSettings | WaitSettings | CheckSettings) | undefined {
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
