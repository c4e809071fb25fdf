import type {Arguments} from '../cli/arguments.js';
import type {Environment} from '../core/text/environment.js';
import {readCheckSettings} from './settings/check.js';
import {readListSettings} from './settings/list.js';
import {readMonitorSettings} from './settings/monitor.js';
import {createOptionReader, type OptionReader} from './values/option-reader.js';
import type {Layer} from './file/layer.js';
import {readSimulateOptions} from './settings/simulate.js';
import {readWaitSettings} from './settings/wait.js';
import {parseUrl} from '../cli/values/url.js';

/** Reads the values of all options of all commands, so that `ryzetop config` reports every invalid one. */
export function validateAll(reading: OptionReader, given: Arguments, environment: Environment, scenarioNames: readonly string[]): void {
	reading.read('url', parseUrl);
	readMonitorSettings(reading, given, environment);
	readSimulateOptions(reading, scenarioNames);
	// The words of these commands are filters, which the config file cannot set.
	const wordless = {...given, words: []};
	readListSettings(reading, wordless, wordless);
	readCheckSettings(reading, wordless);
	readWaitSettings(reading, {...given, words: ['any']});
}

/** Validates the values of one layer of the config file alone, and gives its problems. */
export function validateLayer(layer: Layer, scenarioNames: readonly string[]): readonly string[] {
	const given: Arguments = {
		command: 'config', words: [], values: new Map(), switches: new Set(), problems: [],
	};
	const reading = createOptionReader(given, {}, [layer]);
	validateAll(reading, given, {}, scenarioNames);
	return reading.problems();
}
