import type {ReadInput, ReadTokenFile} from './token/find.js';
import type {Config} from './file/load.js';
import type {AccountSource, MonitorOptions} from './settings/monitor.js';
import type {MemoryOptions} from './settings/memory.js';
import type {ServeOptions, ServeSettings} from './settings/serve.js';
import type {SimulateOptions} from './settings/simulate.js';
import type {TextOptions} from './settings/text.js';
import type {RunTokenCommand} from './token/run.js';
import type {OptionReader} from './values/option-reader.js';

/** Result of resolving the command line, the environment and the config file: the command to run with its options, or problems. */
export type Resolved<Scenario extends string> =
	| {readonly kind: 'monitor'; readonly options: MonitorOptions<Scenario>; readonly warnings: readonly string[]}
	| {readonly kind: 'text'; readonly options: TextOptions<Scenario>; readonly warnings: readonly string[]}
	| {readonly kind: 'memory'; readonly options: MemoryOptions}
	| {readonly kind: 'serve'; readonly options: ServeOptions<Scenario>; readonly warnings: readonly string[]}
	/** Text of `ryzetop serve` that needs no account. */
	| {readonly kind: 'serve-text'; readonly options: ServeSettings}
	| {readonly kind: 'simulate'; readonly options: SimulateOptions<Scenario>}
	| {readonly kind: 'help'; readonly text: string}
	| {readonly kind: 'version'}
	/** Text to print, such as a completion script. */
	| {readonly kind: 'print'; readonly text: string; readonly warnings: readonly string[]}
	/** The settings in force, and what says where the memory is. */
	| {
		readonly kind: 'settings';
		readonly text: string;
		readonly warnings: readonly string[];
		readonly memory: Pick<AccountSource, 'historyFile' | 'hasNoHistory'>;
	}
	/** The names of the instances that are remembered, and what says where the memory is and whose they are. */
	| {
		readonly kind: 'names';
		readonly memory: Pick<AccountSource, 'historyFile' | 'hasNoHistory'>;
		/** The accounts that are watched together, each with the address of its deployment. */
		readonly accounts: ReadonlyArray<{readonly name: string; readonly url: string}>;
	}
	/** Config file to write where there is none. */
	| {readonly kind: 'write-config'; readonly file: string; readonly text: string}
	/** The missing token is the only problem, which is likely at the first start. */
	| {readonly kind: 'no-token'; readonly lines: readonly string[]}
	/** All problems, a line each, safe to print. */
	| {readonly kind: 'misuse'; readonly problems: readonly string[]};

/** Functions and values that resolving needs from outside. */
export type ResolvePorts<Scenario extends string> = {
	readonly readTokenFile: ReadTokenFile;
	readonly readInput?: ReadInput;
	/** Gives the names of the scenarios. It is called only where they are needed, because it loads the simulator. */
	readonly scenarioNames: () => Promise<readonly Scenario[]>;
	/** Config file as it was read; where it is missing, there is no config file. */
	readonly config?: Config;
	/** Needed where the config file has a token command. */
	readonly runTokenCommand?: RunTokenCommand;
};

/** What a reading came to that has problems. */
export function misuseOf(reading: OptionReader): Resolved<never> {
	return {kind: 'misuse', problems: reading.problems()};
}
