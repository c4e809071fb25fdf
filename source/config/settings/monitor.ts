import type {TokenSource} from '../../core/polling/token-source.js';
import {defaultColumns} from '../../core/columns/choose.js';
import type {Column} from '../../core/columns/column.js';
import type {Sort} from '../../core/columns/sort.js';
import type {Arguments} from '../../cli/arguments.js';
import {chooseColor, type ColorChoice} from '../values/color.js';
import {joinFilter, parseColumns, parseSort} from '../values/grid.js';
import type {OptionReader} from '../values/option-reader.js';
import type {Environment} from '../../core/text/environment.js';
import {parseDuration, parseNames} from '../values/parse.js';
import {accept, refuse} from '../../core/text/parsed.js';
import type {Simulation} from './simulate.js';

/** An account behind the API. */
export type AccountSource = {
	readonly kind: 'account';
	/** Of the deployment, without a slash at its end. */
	readonly url: string;
	readonly token: TokenSource;
};

/** The simulated account of `--demo`. */
export type DemoSource<Scenario extends string> = {
	readonly kind: 'demo';
	readonly simulation: Simulation<Scenario>;
};

/** What the monitor is told, whether it was typed, set in the environment or left to the defaults. */
export type MonitorOptions<Scenario extends string = string> = MonitorSettings & {
	readonly source: AccountSource | DemoSource<Scenario>;
};

/** The part that does not depend on whose account it is. */
export type MonitorSettings = {
	/** The names of those to ask the API for; all of the account if there are none. */
	readonly names: readonly string[];
	/** Between two polls, in milliseconds. */
	readonly interval: number;
	/** For one answer, in milliseconds. */
	readonly timeout: number;
	/** Of the grid, in their order. */
	readonly columns: readonly Column[];
	readonly sort: Sort;
	/** What the grid is filtered by at the start. */
	readonly filter: string;
	readonly hasBell: boolean;
	readonly hasNotifications: boolean;
	readonly isAscii: boolean;
	readonly color: ColorChoice;
	/** The file for the debug log, as it was typed. */
	readonly debugLog: string | undefined;
};

const second = 1000;

/** The shared budget is 100 calls a minute; a monitor that looks less than once an hour is none. */
export const intervalBounds = {least: second, most: 3600 * second};

/** Slow answers of half a minute have been seen; after ten there is no answer. */
export const timeoutBounds = {least: second, most: 600 * second};

/** Reads what does not depend on whose account it is; nothing if there was a problem with one of them. */
export function readMonitorSettings(reading: OptionReader, {switches, words}: Arguments, environment: Environment): MonitorSettings | undefined {
	const names = reading.read('instance', parseNames) ?? [];
	const interval = reading.read('interval', text => parseDuration(text, intervalBounds));
	const timeout = reading.read('timeout', text => parseDuration(text, timeoutBounds));
	const columns = reading.read('columns', text => parseColumns(text)) ?? defaultColumns;
	const sort = reading.read('sort', parseSort);
	const debugLog = reading.read('debug-log', text => text === '-' ? refuse('Standard output is needed for the picture. Give the path of a file.') : accept(text));
	return interval === undefined || timeout === undefined || sort === undefined
		? undefined
		: {
			names,
			interval,
			timeout,
			columns,
			sort,
			filter: joinFilter(words),
			hasBell: switches.has('bell'),
			hasNotifications: switches.has('notify'),
			isAscii: switches.has('ascii'),
			color: chooseColor(switches.has('no-color'), environment),
			debugLog,
		};
}
