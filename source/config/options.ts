/** What the program can be asked to do. */
export type Command = 'monitor' | 'simulate';

/** One option of the command line. The parser, `--help` and the checks are made from these. */
export type Option = {
	/** `switch` is there or not; `value` is followed by a text. */
	readonly kind: 'switch' | 'value';
	/** What stands for the value in words to people; switches have none. */
	readonly placeholder: string;
	/** The environment variable that sets it where the command line does not. */
	readonly environment?: string;
	readonly default?: string;
	/** Its value may begin with a dash: `--sort -name`. There are no short options it could be. */
	readonly isDashed?: true;
	readonly commands: readonly Command[];
	/** For the monitor, what it is of use with: an account behind the API, or the simulated one of `--demo`; both if nothing is said. */
	readonly source?: 'account' | 'demo';
	/** A clause that goes on after the name, without a full stop. */
	readonly help: string;
};

const monitor = ['monitor'] as const;
const both = ['monitor', 'simulate'] as const;

/** TABLE: every option there is. An option that is not here does not exist; one that is here is obeyed. */
export const options = {
	url: {
		kind: 'value', placeholder: 'URL', environment: 'RYZE_URL', default: 'https://ryzeapi.cloud', commands: monitor, source: 'account', help: 'the deployment to watch',
	},
	'token-file': {
		kind: 'value', placeholder: 'FILE', environment: 'RYZE_TOKEN_FILE', commands: monitor, source: 'account', help: 'read the token from a file, again if it is refused',
	},
	instance: {
		kind: 'value', placeholder: 'A,B', commands: monitor, help: 'ask the API for these only, by name; needs an account token',
	},
	interval: {
		kind: 'value', placeholder: 'TIME', default: '5s', commands: monitor, help: 'time between two polls, such as 5s or 1m; 1s at least',
	},
	timeout: {
		kind: 'value', placeholder: 'TIME', default: '15s', commands: monitor, help: 'how long an answer may take; 1s at least',
	},
	columns: {
		kind: 'value', placeholder: 'A,B', isDashed: true, commands: monitor, help: 'the columns of the grid; with + or - before each, changes to the usual ones',
	},
	sort: {
		kind: 'value', placeholder: 'NAME', default: 'health', isDashed: true, commands: monitor, help: 'health (worst first) or a column; with - before it, turned round',
	},
	bell: {
		kind: 'switch', placeholder: '', commands: monitor, help: 'ring the bell when an instance goes down and stays down',
	},
	notify: {
		kind: 'switch', placeholder: '', commands: monitor, help: 'send a desktop notification then, where the terminal can',
	},
	ascii: {
		kind: 'switch', placeholder: '', commands: monitor, help: 'draw with ASCII signs only',
	},
	'no-color': {
		kind: 'switch', placeholder: '', commands: monitor, help: 'draw without colour; NO_COLOR and FORCE_COLOR count too',
	},
	'debug-log': {
		kind: 'value', placeholder: 'FILE', commands: monitor, help: 'keep a line of JSON there for each poll and command, without secrets; what is older than 4 MiB of them is in FILE.1',
	},
	demo: {
		kind: 'switch', placeholder: '', commands: monitor, help: 'watch a simulated account; no token needed',
	},
	scenario: {
		kind: 'value', placeholder: 'S', default: 'busy', commands: both, source: 'demo', help: 'the story the simulated account tells',
	},
	instances: {
		kind: 'value', placeholder: 'N', commands: both, source: 'demo', help: 'how many instances it has, if not what the scenario has',
	},
	seed: {
		kind: 'value', placeholder: 'N', commands: both, source: 'demo', help: 'a number; the same one gives the same account',
	},
	port: {
		kind: 'value', placeholder: 'P', default: '0', commands: ['simulate'], help: 'the port on 127.0.0.1; 0 takes any free one',
	},
	help: {
		kind: 'switch', placeholder: '', commands: both, help: 'show this',
	},
	version: {
		kind: 'switch', placeholder: '', commands: both, help: 'show the version',
	},
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** Says whether there is an option of that name, written as in the table. */
export function isOptionName(name: string): name is OptionName {
	return Object.hasOwn(options, name);
}

/** The table as a list, in the order in which `--help` shows it. */
export function listOptions(): ReadonlyArray<readonly [name: OptionName, option: Option]> {
	const list: Array<readonly [OptionName, Option]> = [];
	for (const [name, option] of Object.entries<Option>(options)) {
		if (isOptionName(name)) {
			list.push([name, option]);
		}
	}

	return list;
}
