/** Commands that write text for scripts, cron and alerting. */
export const textCommands = ['list', 'watch', 'wait', 'check'] as const;
export type TextCommand = (typeof textCommands)[number];

/** Commands of the program. */
export type Command = 'monitor' | TextCommand | 'simulate' | 'config' | 'completion';

/** Output formats of `list`. */
export const outputFormats = ['table', 'json', 'ndjson', 'csv', 'prometheus'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Sets of names that completion takes from other tables of the program. */
type Completes = 'scenarios' | 'columns' | 'sorts' | 'states';

/** Option of the command line. The parser, `--help` and the checks are made from the table of options. */
export type Option = {
	/** A `switch` takes no value; a `value` is followed by a text. */
	readonly kind: 'switch' | 'value';
	/** Name of the value in the help; empty for a switch. */
	readonly placeholder: string;
	/** Environment variable that gives the value where the command line does not. */
	readonly environment?: string;
	readonly default?: string;
	/** The value may begin with a dash, as in `--sort -name`. It cannot be mistaken for a short option: there are none. */
	readonly isDashed?: true;
	/** The value is a list with commas between its items. In the config file it may be a list of TOML as well. */
	readonly isList?: true;
	/** The value is the path of a file. In the config file it is relative to the folder of that file. */
	readonly isFile?: true;
	/** The config file cannot set the option: it is for one run alone, or says where that file is. */
	readonly isConfigurable?: false;
	/** Candidates for the value, for completion in a shell: names from a table, or these words. */
	readonly completes?: Completes | readonly string[];
	/** Value in the file that `ryzetop config init` writes, where there is no default. */
	readonly example?: string;
	readonly commands: readonly Command[];
	/** Source that the option is for, in all commands but `simulate`: an account, or the simulated one of `--demo`; both if missing. */
	readonly source?: 'account' | 'demo';
	/** Clause that follows the name in the help, without a full stop. */
	readonly help: string;
};

const monitor = ['monitor'] as const;
const polling = ['monitor', ...textCommands] as const;
const filtering = ['monitor', 'list', 'watch', 'check'] as const;
const repeating = ['monitor', 'watch', 'wait'] as const;
const grids = ['monitor', 'list'] as const;
const simulated = ['monitor', ...textCommands, 'simulate'] as const;
const configured = [...simulated, 'config'] as const;
const all = [...configured, 'completion'] as const;

/** Table of all options. The parser refuses every option that is not in it; every option in it has an effect. */
export const options = {
	url: {
		kind: 'value', placeholder: 'URL', environment: 'RYZE_URL', default: 'https://ryzeapi.cloud', commands: polling, source: 'account',
		help: 'the deployment to ask',
	},
	'token-file': {
		kind: 'value', placeholder: 'FILE', environment: 'RYZE_TOKEN_FILE', isFile: true, example: '~/.ryze-token',
		commands: polling, source: 'account',
		help: 'read the token from a file, again if it is refused; - is standard input, for list, watch, wait and check',
	},
	instance: {
		kind: 'value', placeholder: 'A,B', isList: true, example: 'sales,support', commands: filtering,
		help: 'ask the API for these only, by name; needs an account token',
	},
	interval: {
		kind: 'value', placeholder: 'TIME', default: '5s', commands: repeating, help: 'time between two polls, such as 5s or 1m; 1s at least',
	},
	timeout: {
		kind: 'value', placeholder: 'TIME', default: '15s', commands: polling, help: 'how long an answer may take; 1s at least',
	},
	columns: {
		kind: 'value', placeholder: 'A,B', isDashed: true, isList: true, completes: 'columns', example: '+business,-presence', commands: grids,
		help: 'the columns to show; with + or - before each, changes to the usual ones',
	},
	sort: {
		kind: 'value', placeholder: 'NAME', default: 'health', isDashed: true, completes: 'sorts', commands: grids,
		help: 'health (worst first) or a column; with - before it, turned round',
	},
	output: {
		kind: 'value', placeholder: 'FORMAT', default: 'table', completes: outputFormats, commands: ['list'],
		help: 'table, json, ndjson, csv or prometheus',
	},
	rules: {
		kind: 'switch', placeholder: '', commands: ['list'], help: 'draw the table with rules around its cells',
	},
	'show-secrets': {
		kind: 'switch', placeholder: '', isConfigurable: false, commands: ['list'],
		help: 'write tokens, passwords and keys as they came, in json, ndjson and csv',
	},
	initial: {
		kind: 'switch', placeholder: '', commands: ['watch'], help: 'begin with a line for each instance as it is',
	},
	for: {
		kind: 'value', placeholder: 'STATE', default: 'connected', completes: 'states', commands: ['wait'],
		help: 'the state to wait for: connected, connecting, disconnected, loggedout, other, or the word of another one',
	},
	within: {
		kind: 'value', placeholder: 'TIME', default: '2m', commands: ['wait'], help: 'how long it may take, such as 30s or 2m',
	},
	'allow-missing': {
		kind: 'switch', placeholder: '', commands: ['wait'], help: 'wait for an instance that does not exist yet, too',
	},
	warning: {
		kind: 'value', placeholder: 'RANGE', default: '0', isDashed: true, commands: ['check'],
		help: 'WARNING if the number that need action is outside: 0 alerts above 0, 20% above a fifth, ~: never',
	},
	critical: {
		kind: 'value', placeholder: 'RANGE', isDashed: true, example: '10', commands: ['check'],
		help: 'CRITICAL then, in the same notation; never if it is not given',
	},
	stale: {
		kind: 'value', placeholder: 'TIME', default: '0s', commands: ['check'],
		help: 'try a poll that fails again for so long before the answer is UNKNOWN',
	},
	bell: {
		kind: 'switch', placeholder: '', commands: monitor, help: 'ring the bell when an instance goes down and stays down',
	},
	notify: {
		kind: 'switch', placeholder: '', commands: monitor, help: 'send a desktop notification then, where the terminal can',
	},
	ascii: {
		kind: 'switch', placeholder: '', commands: grids, help: 'draw with ASCII signs only',
	},
	'no-color': {
		kind: 'switch', placeholder: '', commands: monitor, help: 'draw without colour; NO_COLOR and FORCE_COLOR count too',
	},
	'debug-log': {
		kind: 'value', placeholder: 'FILE', isFile: true, example: '~/ryzetop.log', commands: monitor,
		help: 'keep a line of JSON there for each poll and command, without secrets; what is older than 4 MiB of them is in FILE.1',
	},
	demo: {
		kind: 'switch', placeholder: '', isConfigurable: false, commands: polling, help: 'take a simulated account; no token needed',
	},
	scenario: {
		kind: 'value', placeholder: 'S', default: 'busy', completes: 'scenarios', commands: simulated, source: 'demo',
		help: 'the story the simulated account tells',
	},
	instances: {
		kind: 'value', placeholder: 'N', example: '40', commands: simulated, source: 'demo',
		help: 'how many instances it has, if not what the scenario has',
	},
	seed: {
		kind: 'value', placeholder: 'N', example: '7', commands: simulated, source: 'demo', help: 'a number; the same one gives the same account',
	},
	port: {
		kind: 'value', placeholder: 'P', default: '0', commands: ['simulate'], help: 'the port on 127.0.0.1; 0 takes any free one',
	},
	config: {
		kind: 'value', placeholder: 'FILE', isFile: true, isConfigurable: false, commands: configured,
		help: 'the config file, if not ~/.config/ryzetop/config.toml',
	},
	profile: {
		kind: 'value', placeholder: 'NAME', example: 'prod', commands: configured,
		help: 'take what the config file says under [profiles.NAME] first',
	},
	help: {
		kind: 'switch', placeholder: '', isConfigurable: false, commands: all, help: 'show this',
	},
	version: {
		kind: 'switch', placeholder: '', isConfigurable: false, commands: all, help: 'show the version',
	},
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** Whether an option of that name exists. */
export function isOptionName(name: string): name is OptionName {
	return Object.hasOwn(options, name);
}

/** Lists the table of options in the order of `--help`. */
export function listOptions(): ReadonlyArray<readonly [name: OptionName, option: Option]> {
	const list: Array<readonly [OptionName, Option]> = [];
	for (const [name, option] of Object.entries<Option>(options)) {
		if (isOptionName(name)) {
			list.push([name, option]);
		}
	}

	return list;
}
