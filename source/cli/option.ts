import type {Environment} from '../core/text/environment.js';
import type {Parsed} from '../core/text/parsed.js';

/** Commands that write text for scripts, cron and alerting. */
export const textCommands = ['list', 'watch', 'wait', 'check'] as const;
export type TextCommand = (typeof textCommands)[number];

/** Commands that tell what the memory holds: they neither ask the API nor need a token. */
export const memoryCommands = ['events', 'report'] as const;
export type MemoryCommand = (typeof memoryCommands)[number];

/** Whether a command tells what the memory holds. */
export function isMemoryCommand(command: Command): command is MemoryCommand {
	const words: readonly Command[] = memoryCommands;
	return words.includes(command);
}

/** Words that name a command. Without one the monitor runs. */
export const commandWords = [...textCommands, ...memoryCommands, 'serve', 'simulate', 'config', 'completion', 'help'] as const;

/** Commands of the program. */
export type Command = 'monitor' | (typeof commandWords)[number];

/** Commands that poll the instances that a filter of words finds. */
export const pollingFilterCommands = ['monitor', 'list', 'watch', 'check'] as const satisfies readonly Command[];

/** Commands whose words are a filter. */
export const filterCommands = [...pollingFilterCommands, ...memoryCommands] as const;

/** Sets of names that completion takes from other tables of the program, from what is remembered, or from the config file. */
type Completes = 'scenarios' | 'columns' | 'sorts' | 'states' | 'names' | 'profiles';

/** What a parser can depend on beside the text. */
export type ParseContext = {
	/** Command that the value is for. */
	readonly command: Command;
	/** Names of the scenarios. They are handed in, because the simulator that knows them is loaded only where they are needed. */
	readonly scenarioNames: readonly string[];
};

/** What a switch and a value have in common. */
type Described = {
	/** Letter that is short for it after a single dash. */
	readonly letter?: string;
	/** Name of the value in the help; empty for a switch. */
	readonly placeholder: string;
	/** Environment variables that give the value where the command line does not. The first that is not empty counts. */
	readonly environment?: readonly string[];
	readonly default?: string;
	/** The value may begin with a dash, as in `--sort -name`. Only switches have a letter, and none of them follows such an option. */
	readonly isDashed?: true;
	/** The value is a list with commas between its items. In the config file it may be a list of TOML as well. */
	readonly isList?: true;
	/** The value is the path of a file. In the config file it is relative to the folder of that file. */
	readonly isFile?: true;
	/** The config file cannot set the option: it is for one run alone, or says where that file is. */
	readonly isConfigurable?: false;
	/** Commands that take it from the config file, where others take it from the command line alone. */
	readonly configures?: readonly Command[];
	/** Candidates for the value, for completion in a shell: names from a table, or these words. */
	readonly completes?: Completes | readonly string[];
	/** Value in the file that `ryzetop config init` writes, where there is no default. */
	readonly example?: string;
	readonly commands: readonly Command[];
	/** Source that the option is for, in all commands but `simulate`: an account, or the simulated one of `--demo`; both if missing. */
	readonly source?: 'account' | 'demo';
	/** Clause that follows the name in the help, without a full stop. */
	readonly help: string;
	/** The same in the help of one command, where it differs by command. */
	readonly helpOf?: (command: Command) => string;
};

/** Switch, which takes no value. */
type Switch = {
	readonly kind: 'switch';
	/** Property of the settings of its commands; `undefined` for a switch that decides what is run, and is no setting. */
	readonly setting: string | undefined;
	/** Makes the value of the setting, where it is not just whether the switch is on. */
	readonly choose?: (isOn: boolean, environment: Environment) => unknown;
};

/** Option that is followed by a text, which is parsed for the settings of its commands. */
type Value = {
	readonly kind: 'value';
	/** Property of the settings of its commands. */
	readonly setting: string;
	/** Parses the text. It is pure, and reports a problem in sentences that follow the name of the option. */
	readonly parse: (text: string, context: ParseContext) => Parsed<unknown>;
	/** Whether the next argument belongs to the text, as in `--from yesterday 18:00`, and is no word of its own. */
	readonly isContinuedBy?: (text: string, next: string) => boolean;
	/** Value of an option that is not given and has no default text; `undefined` if missing. */
	readonly otherwise?: (context: ParseContext) => unknown;
};

/** Option whose text says where settings or the token come from. It is no setting, and is looked up by its name. */
type Origin = {
	readonly kind: 'value';
	readonly setting: undefined;
};

/** Option of the command line. The command-line parser, `--help`, the checks and the settings are made from the table of options. */
export type Option = Described & (Switch | Value | Origin);
