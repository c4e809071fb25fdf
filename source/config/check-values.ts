import type {Arguments} from './arguments.js';
import {readCheckSettings} from './check-options.js';
import {readListSettings} from './list-options.js';
import {readMonitorSettings} from './monitor-options.js';
import {startReading, type Environment, type Reading} from './reading.js';
import type {Layer} from './settings.js';
import {readSimulateOptions} from './simulate-options.js';
import {readWaitSettings} from './wait-options.js';
import {parseUrl} from './url.js';

/** Reads the values of all options, those of every command, so that `ryzetop config` names each that will not do. */
export function checkValues(reading: Reading, given: Arguments, environment: Environment, scenarioNames: readonly string[]): void {
	reading.read('url', parseUrl);
	readMonitorSettings(reading, given, environment);
	readSimulateOptions(reading, scenarioNames);
	// Their words are filters, which no file sets.
	const wordless = {...given, words: []};
	readListSettings(reading, wordless, wordless);
	readCheckSettings(reading, wordless);
	readWaitSettings(reading, {...given, words: ['any']});
}

/** The same for what a layer of the config file says, by itself. */
export function findBadValues(layer: Layer, scenarioNames: readonly string[]): readonly string[] {
	const given: Arguments = {
		command: 'config', words: [], values: new Map(), switches: new Set(), problems: [],
	};
	const reading = startReading(given, {}, [layer]);
	checkValues(reading, given, {}, scenarioNames);
	return reading.problems();
}
