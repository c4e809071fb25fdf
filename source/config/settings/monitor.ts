import type {Arguments} from '../../cli/arguments.js';
import type {Settings} from '../../cli/settings.js';
import {joinFilter} from '../../cli/values/grid.js';
import type {TokenSource} from '../../core/polling/token-source.js';
import {readCustom, type Custom} from '../custom/custom.js';
import type {Config} from '../file/load.js';
import type {OptionReader} from '../values/option-reader.js';
import {readSettings} from '../values/read-settings.js';
import type {Simulation} from './simulate.js';

/** Account at the API. */
export type AccountSource = Settings<'monitor', 'account'> & {
	readonly kind: 'account';
	/** Profile of the config file that is in force; `undefined` where there is none. */
	readonly profile?: string;
	readonly token: TokenSource;
	/** What holds for it alone where several accounts are watched; it is missing where there is one, which has the settings of the command. */
	readonly own?: OwnSettings;
};

/**
What each of several accounts has for itself: the instances that are asked for, in milliseconds how often and for how long, and whether its
server is asked how it is.
*/
export type OwnSettings = {
	readonly names: readonly string[];
	readonly interval: number;
	readonly timeout: number;
	readonly hasHealth: boolean;
};

/** Simulated account of `--demo`. */
type DemoSource<Scenario extends string> = {
	readonly kind: 'demo';
	readonly simulation: Simulation<Scenario>;
};

/** The accounts to watch, one at least. */
export type Sources<Scenario extends string = string> = readonly [
	AccountSource | DemoSource<Scenario>,
	...ReadonlyArray<AccountSource | DemoSource<Scenario>>,
];

/** Options of the monitor: its settings and its sources. */
export type MonitorOptions<Scenario extends string = string> = MonitorSettings & {
	readonly sources: Sources<Scenario>;
};

/** Settings of the monitor that are the same for an account and a demo. */
export type MonitorSettings = Settings<'monitor'> & Custom & {
	/** Filter of the grid at the start. */
	readonly filter: string;
	/** What the command line names: the last visit does not come before it. */
	readonly given: {readonly sort: boolean; readonly columns: boolean; readonly filter: boolean};
};

/** Reads the settings of the monitor; `undefined` if there was a problem with one that it needs. */
export function readMonitorSettings(reading: OptionReader, {words, values}: Arguments, config: Config): MonitorSettings | undefined {
	const {problems, ...custom} = readCustom(config);
	for (const problem of problems) {
		reading.report(problem);
	}

	const settings = readSettings(reading, {command: 'monitor', owner: 'command'});
	const given = {sort: values.has('sort'), columns: values.has('columns'), filter: words.length > 0};
	return settings && {
		...settings, filter: joinFilter(words), given, ...custom,
	};
}
