import type {Arguments} from '../../cli/arguments.js';
import type {TextCommand} from '../../cli/option.js';
import type {OptionReader} from '../values/option-reader.js';
import {readCheckSettings, type CheckSettings} from './check.js';
import {readListSettings, type ListSettings} from './list.js';
import type {Sources} from './monitor.js';
import {readWaitSettings, type WaitSettings} from './wait.js';
import {readWatchSettings, type WatchSettings} from './watch.js';

/** Settings of a text command. */
export type TextSettings = ListSettings | WatchSettings | WaitSettings | CheckSettings;

/** Options of a text command: its settings and its sources. */
export type TextOptions<Scenario extends string = string> = TextSettings & {
	readonly sources: Sources<Scenario>;
};

/** Reads the settings of a text command; `undefined` if there was a problem with one that it needs. */
export function readTextSettings(command: TextCommand, reading: OptionReader, given: Arguments): TextSettings | undefined {
	switch (command) {
		case 'list': {
			return readListSettings(reading, given);
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
