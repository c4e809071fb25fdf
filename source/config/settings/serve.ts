import type {Settings} from '../../cli/settings.js';
import type {OptionReader} from '../values/option-reader.js';
import {readSettings} from '../values/read-settings.js';
import type {Sources} from './monitor.js';

/** Settings of `ryzetop serve`. */
export type ServeSettings = Settings<'serve'>;

/** Options of `ryzetop serve`: its settings and its sources. */
export type ServeOptions<Scenario extends string = string> = ServeSettings & {
	readonly sources: Sources<Scenario>;
};

/** Reads the options of `ryzetop serve`; `undefined` if there was a problem with one that it needs. */
export function readServeSettings(reading: OptionReader): ServeSettings | undefined {
	const settings = readSettings(reading, {command: 'serve', owner: 'command'});
	if (settings?.hasRules === true && settings.hasDashboard) {
		reading.report('--rules and --dashboard print one text each. Leave one of them out.');
	}

	return settings;
}
