import type {TokenSource} from '../../core/polling/token-source.js';
import {defaultColumns} from '../../core/columns/choose.js';
import type {Column} from '../../core/columns/column.js';
import type {Sort} from '../../core/columns/sort.js';
import type {Arguments} from '../../cli/arguments.js';
import {chooseColor, type ColorChoice} from '../../cli/values/color.js';
import {joinFilter, parseColumns, parseSort} from '../../cli/values/grid.js';
import type {OptionReader} from '../values/option-reader.js';
import type {Environment} from '../../core/text/environment.js';
import {parseDuration, parseNames} from '../../cli/values/parse.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import type {Simulation} from './simulate.js';

/** Account at the API. */
export type AccountSource = {
	readonly kind: 'account';
	/** Address of the deployment, without a slash at its end. */
	readonly url: string;
	readonly token: TokenSource;
};

/** Simulated account of `--demo`. */
export type DemoSource<Scenario extends string> = {
	readonly kind: 'demo';
	readonly simulation: Simulation<Scenario>;
};

/** Options of the monitor: its settings and its source. */
export type MonitorOptions<Scenario extends string = string> = MonitorSettings & {
	readonly source: AccountSource | DemoSource<Scenario>;
};

/** Settings of the monitor that are the same for an account and a demo. */
export type MonitorSettings = {
	/** Names of the instances to ask the API for; an empty list asks for all of the account. */
	readonly names: readonly string[];
	/** Time between two polls, in milliseconds. */
	readonly interval: number;
	/** Time limit of one answer, in milliseconds. */
	readonly timeout: number;
	/** Columns of the grid, in their order. */
	readonly columns: readonly Column[];
	readonly sort: Sort;
	/** Filter of the grid at the start. */
	readonly filter: string;
	readonly hasBell: boolean;
	readonly hasNotifications: boolean;
	readonly isAscii: boolean;
	readonly color: ColorChoice;
	/** Path of the debug log, as it was typed. */
	readonly debugLog: string | undefined;
};

const second = 1000;

/** In milliseconds. The API's shared budget is 100 calls a minute; polls rarer than one an hour are no monitoring. */
export const intervalBounds = {least: second, most: 3600 * second};

/** In milliseconds. Slow answers of half a minute have been seen; after ten minutes no answer is to be expected. */
export const timeoutBounds = {least: second, most: 600 * second};

/** Reads the settings of the monitor; `undefined` if there was a problem with one that it needs. */
export function readMonitorSettings(reading: OptionReader, given: Arguments, environment: Environment): MonitorSettings | undefined {
	const {switches, words} = given;
	const names = reading.read('instance', parseNames) ?? [];
	const interval = reading.read('interval', text => parseDuration(text, intervalBounds));
	const timeout = reading.read('timeout', text => parseDuration(text, timeoutBounds));
	const columns = reading.read('columns', text => parseColumns(text)) ?? defaultColumns;
	const sort = reading.read('sort', parseSort);
	const debugLog = reading.read('debug-log', parseLogPath);
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

/** Accepts the path of a debug log, but not `-` for standard output, where the screen is drawn. */
function parseLogPath(text: string): Parsed<string> {
	return text === '-' ? refuse('Standard output is needed for the picture. Give the path of a file.') : accept(text);
}
