import {columnNames} from '../core/columns/choose.js';
import {joinWords} from '../core/text/join-words.js';
import {wrap} from '../core/text/measure.js';
import {nameVariables, tokenVariables} from './environment.js';
import {commands, filterNote, type CommandHelp} from './commands.js';
import {
	filterCommands,
	isMemoryCommand,
	type Command,
	type Option,
} from './option.js';
import {listOptions, type OptionName} from './options.js';

/** Width of the help, in cells: that of a usual terminal. */
const width = 80;

/** Cell at which the second column begins. */
const indent = 22;

const tokenNote = `The token is read from ${tokenVariables.join(', ')} (the first that is set), from a file, `
	+ 'or from a command that the config file names, never from an option: ps would show it to everyone on the machine.';

/**
Makes the text of `--help` for a command from the tables of commands and options, at most 80 cells wide. That of the monitor is
`ryzetop help all`, and lists all other commands.
*/
export function describeUsage(command: Command, scenarioNames: readonly string[]): string {
	const {usage, summary, examples, notes} = commands[command];
	const title = command === 'monitor'
		? 'htop for RyzeAPI: every WhatsApp instance of an account, worst first, live.'
		: `ryzetop ${command}: ${summary}.`;
	const exampleWidth = 2 + Math.max(...examples.map(([line]) => line.length));
	const hasOption = (wanted: string) => listOptions().some(([name, option]) => name === wanted && isFor(option, command));
	const paragraphs = [
		...command === 'monitor' ? [describeCommands()] : [],
		...hasOption('columns') ? [wrap(`Columns: ${columnNames.join(', ')}.`, width)] : [],
		...withFilter.has(command) ? [wrap(filterNote, width)] : [],
		...notes.map(note => wrap(note, width)),
		...hasOption('token-file') ? [wrap(tokenNote, width)] : [],
	];
	const lines = [
		title,
		'',
		'Examples:',
		...examples.map(([line, meaning]) => `  ${line.padEnd(exampleWidth)}${meaning}`.trimEnd()),
		'',
		command === 'monitor' ? `${usage}: ${summary}` : usage,
		...describeOptions(command, scenarioNames),
		...paragraphs.flatMap(paragraph => ['', ...paragraph]),
	];
	return lines.join('\n');
}

const withFilter: ReadonlySet<Command> = new Set(filterCommands);

/** Makes the table of the options, in Markdown: each with its value, the commands that take it, its help, variable and default. */
export function optionTable(): string {
	const rows = listOptions().map(([name, option]: readonly [string, Option]) => {
		const short = option.letter === undefined ? '' : `-${option.letter}\`, \``;
		const written = `${short}--${name} ${option.placeholder}`.trimEnd();
		const help = option.help.replaceAll('[', String.raw`\[`);
		return `| \`${written}\` | ${nameCommands(option)} | ${help}${describeOrigin(option, 'simulate')} |`;
	});
	return ['| option | taken by | does |', '| --- | --- | --- |', ...rows].join('\n');
}

function describeCommands(): readonly string[] {
	const others = listCommands().filter(([name]) => name !== 'monitor');
	return [
		'Commands (ryzetop COMMAND --help tells more):',
		...others.map(([name, help]) => `  ${name.padEnd(indent - 2)}${help.summary}`),
	];
}

function nameCommands({commands: names, source}: Option): string {
	if (source === 'demo') {
		return 'simulate, and all with --demo';
	}

	return names.length === listCommands().length ? 'all' : names.join(', ');
}

function listCommands(): ReadonlyArray<readonly [name: string, help: CommandHelp]> {
	return Object.entries(commands);
}

function isFor({commands: names}: Option, command: Command): boolean {
	return names.includes(command);
}

function describeOptions(command: Command, scenarioNames: readonly string[]): readonly string[] {
	const taken = listOptions().filter(([, option]) => isFor(option, command));
	const told = taken.filter(([, option]) => isToldHere(option, command));
	const groups = Map.groupBy(told, ([name, option]) => groupOf(name, option, command));
	return groupNames.flatMap(group => {
		const options = groups.get(group) ?? [];
		return options.length === 0 ? [] : ['', `${group}:`, ...describeGroup(options, command, scenarioNames)];
	});
}

/** TABLE of the groups of options, in their order. Options that are in none of them are about what the command shows or does. */
const groupNames = ['What it does', 'The account and its token', 'The screen', 'What is kept', 'With --demo', 'Other'] as const;
type GroupName = (typeof groupNames)[number];

const grouped: Readonly<Partial<Record<OptionName, GroupName>>> = {
	url: 'The account and its token', 'token-file': 'The account and its token', instance: 'The account and its token', profile: 'The account and its token',
	timeout: 'The account and its token', interval: 'The account and its token',
	rest: 'The screen', bell: 'The screen', notify: 'The screen', ascii: 'The screen', 'no-color': 'The screen',
	history: 'What is kept', 'no-history': 'What is kept', 'debug-log': 'What is kept',
	demo: 'With --demo',
	config: 'Other', help: 'Other', version: 'Other',
};

/** What a demo takes beside its switch is told once in `ryzetop help all`, and in the help of `simulate`. */
function isToldHere({source}: Option, command: Command): boolean {
	return source !== 'demo' || command === 'simulate' || command === 'monitor';
}

/** Names the options that are not told here. */
function describeUntold(command: Command): string {
	const names = listOptions().filter(([, option]) => isFor(option, command) && !isToldHere(option, command)).map(([name]) => `--${name}`);
	return names.length === 0 ? '' : `; with ${joinWords(names, 'and')} as ryzetop simulate`;
}

function groupOf(name: OptionName, {source}: Option, command: Command): GroupName {
	return source === 'demo' && command !== 'simulate' ? 'With --demo' : grouped[name] ?? 'What it does';
}

function describeGroup(
	options: ReadonlyArray<readonly [OptionName, Option]>,
	command: Command,
	scenarioNames: readonly string[],
): readonly string[] {
	return options
		.flatMap(([name, option]) => {
			const names = name === 'scenario' ? `: ${scenarioNames.join(', ')}` : '';
			const short = option.letter === undefined ? '' : `-${option.letter}, `;
			const [first = '', ...others] = wrap(`${option.helpOf?.(command) ?? option.help}${names}${name === 'demo' ? describeUntold(command) : ''}${describeOrigin(option, command)}`, width - indent);
			return [
				`  ${`${short}--${name} ${option.placeholder}`.padEnd(indent - 2)}${first}`,
				...others.map(line => ' '.repeat(indent) + line),
			];
		});
}

function describeOrigin({source, environment, default: usual}: Option, command: Command): string {
	// Which accounts are told of is chosen on the command line alone.
	if (source === 'account' && isMemoryCommand(command)) {
		return '';
	}

	const notes = [
		environment && nameVariables(environment),
		usual === undefined ? undefined : `default ${usual}`,
	].filter(note => note !== undefined);
	return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}
