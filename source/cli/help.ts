import {columnNames} from '../core/columns/choose.js';
import {wrap} from '../core/text/measure.js';
import {tokenVariables} from './environment.js';
import {commands, filterNote, type CommandHelp} from './commands.js';
import {listOptions, type Command, type Option} from './options.js';

/** A terminal of the usual width shows the help without breaking its lines. */
const width = 80;

/** Where the second column begins. */
const indent = 22;

/** Those whose words are a filter. */
const filterCommands: ReadonlySet<Command> = new Set(['monitor', 'list', 'watch', 'check']);

/** The text of `--help` for a command, at most 80 columns wide, made from the tables of commands and options. The monitor's names all others. */
export function describeUsage(command: Command, scenarioNames: readonly string[]): string {
	const {usage, summary, examples, notes} = commands[command];
	const title = command === 'monitor' ? 'htop for RyzeAPI: every WhatsApp instance of an account, worst first, live.' : `ryzetop ${command}: ${summary}.`;
	const others = listCommands().filter(([name]) => name !== command);
	const exampleWidth = 2 + Math.max(...examples.map(([line]) => line.length));
	const taken = listOptions().filter(([, option]) => isFor(option, command));
	const paragraphs = [
		...command === 'monitor' ? [['Commands (ryzetop COMMAND --help tells more):', ...others.map(([name, help]) => `  ${name.padEnd(indent - 2)}${help.summary}`)]] : [],
		...taken.some(([name]) => name === 'columns') ? [wrap(`Columns: ${columnNames.join(', ')}.`, width)] : [],
		...filterCommands.has(command) ? [wrap(filterNote, width)] : [],
		...notes.map(note => wrap(note, width)),
		...taken.some(([name]) => name === 'token-file') ? [wrap(`The token is read from ${tokenVariables.join(', ')} (the first that is set), from a file, or from a command that the config file names, never from an option: ps would show it to everyone on the machine.`, width)] : [],
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

/** The README's table of the options, in Markdown: what each is given, which commands take it, what it does and where else it comes from. */
export function optionTable(): string {
	const rows = listOptions().map(([name, option]: readonly [string, Option]) => `| \`${`--${name} ${option.placeholder}`.trimEnd()}\` | ${nameTakers(option)} | ${option.help.replaceAll('[', String.raw`\[`)}${describeOrigin(option, 'simulate')} |`);
	return ['| option | taken by | does |', '| --- | --- | --- |', ...rows].join('\n');
}

function nameTakers({commands: takers, source}: Option): string {
	if (source === 'demo') {
		return 'simulate, and all with --demo';
	}

	return takers.length === listCommands().length ? 'all' : takers.join(', ');
}

function listCommands(): ReadonlyArray<readonly [name: string, help: CommandHelp]> {
	return Object.entries(commands);
}

function isFor({commands: takers}: Option, command: Command): boolean {
	return takers.includes(command);
}

function describeOptions(command: Command, scenarioNames: readonly string[]): readonly string[] {
	return listOptions()
		.filter(([, option]) => isFor(option, command))
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
		source === 'demo' && command !== 'simulate' ? 'with --demo' : undefined,
		environment,
		usual === undefined ? undefined : `default ${usual}`,
	].filter(note => note !== undefined);
	return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}
