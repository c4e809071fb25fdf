import {columnNames} from '../core/columns/choose-columns.js';
import {wrap} from '../core/text.js';
import {listOptions, type Command, type Option} from './options.js';
import {tokenVariables} from './token.js';

/** A terminal of the usual width shows the help without breaking its lines. */
const width = 80;

/** Where the second column begins. */
const indent = 22;

const examples: ReadonlyArray<readonly [line: string, meaning: string]> = [
	['ryzetop --demo', 'try it without an account'],
	['RYZE_TOKEN=... ryzetop', 'watch the account of this token'],
	['ryzetop --instance sales,support', 'watch two of its instances'],
	['ryzetop state:disconnected', 'only what is down, by the filter language'],
	['ryzetop --demo --scenario outage', 'see what trouble looks like'],
	['ryzetop simulate --port 8080', 'serve a simulated account to other programs'],
	['ryzetop config init', 'write a config file to begin with'],
	['source <(ryzetop completion bash)', 'complete words in this shell; also zsh, fish'],
];

/** The text of `--help`, at most 80 columns wide, made from the table of options. */
export function describeUsage(scenarioNames: readonly string[]): string {
	const lines = [
		'htop for RyzeAPI: every WhatsApp instance of an account, worst first, live.',
		'',
		'Examples:',
		...examples.map(([line, meaning]) => `  ${line.padEnd(34)}${meaning}`),
		'',
		'ryzetop [options] [filter]: the monitor',
		...describeOptions('monitor', scenarioNames),
		'',
		...wrap(`Columns: ${columnNames.join(', ')}. Words are a filter, as after / in the monitor: state:disconnected since>5m; after -- they may begin with a dash.`, width),
		'',
		'ryzetop simulate [options]: the simulated account, served on this machine',
		...describeOptions('simulate', scenarioNames),
		'',
		'ryzetop config [options]: shows the settings in force and where each comes from',
		'ryzetop config init [--config FILE]: writes one, never over one',
		...wrap('It takes the options that a config file can set, and these:', width),
		...describeOptions('config', scenarioNames),
		'',
		'ryzetop completion bash|zsh|fish: prints the completion script of a shell',
		...describeOptions('completion', scenarioNames),
		'',
		...wrap(`The token is read from ${tokenVariables.join(', ')} (the first that is set), from a file, or from a command that the config file names, never from an option: ps would show it to everyone on the machine.`, width),
	];
	return lines.join('\n');
}

function describeOptions(command: Command, scenarioNames: readonly string[]): readonly string[] {
	return listOptions()
		.filter(([, {commands}]) => commands.includes(command))
		.flatMap(([name, option]) => {
			const names = name === 'scenario' ? `: ${scenarioNames.join(', ')}` : '';
			const [first = '', ...others] = wrap(`${option.help}${names}${describeOrigin(option, command)}`, width - indent);
			return [
				`  --${`${name} ${option.placeholder}`.padEnd(indent - 4)}${first}`,
				...others.map(line => ' '.repeat(indent) + line),
			];
		});
}

function describeOrigin({source, environment, default: usual}: Option, command: Command): string {
	const notes = [
		source === 'demo' && command === 'monitor' ? 'with --demo' : undefined,
		environment,
		usual === undefined ? undefined : `default ${usual}`,
	].filter(note => note !== undefined);
	return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}
