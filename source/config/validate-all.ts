import type {Arguments} from '../cli/arguments.js';
import type {Command} from '../cli/option.js';
import {listOptions} from '../cli/options.js';
import type {Layer} from './file/layer.js';
import {reportLayout} from './settings/list.js';
import {createOptionReader, type OptionReader} from './values/option-reader.js';
import {reportAll} from './values/read-settings.js';

/** Commands whose problems come first, in this order. */
const first: readonly Command[] = ['monitor', 'simulate', 'list', 'check'];

/** Reads the values of all options for all commands that take them, so that `ryzetop config` reports every invalid one. */
export function validateAll(reading: OptionReader, given: Arguments, scenarioNames: readonly string[]): void {
	for (const command of new Set([...first, ...listOptions().flatMap(([, {commands}]) => commands)])) {
		if (command === 'list') {
			reportLayout(reading, given);
		}

		reportAll(reading, command, scenarioNames);
	}
}

/** Validates the values of one layer of the config file alone, and gives its problems. */
export function validateLayer(layer: Layer, scenarioNames: readonly string[]): readonly string[] {
	const given: Arguments = {
		command: 'config', words: [], values: new Map(), switches: new Set(), problems: [],
	};
	const reading = createOptionReader(given, {}, [layer]);
	validateAll(reading, given, scenarioNames);
	return reading.problems();
}
