import type {Command} from './option.js';
import {commands} from './commands.js';
import {options, type OptionName} from './options.js';

/** Cell at which the second column begins. */
const indent = 28;

/** TABLE of the commands beside the monitor, as the overview has them: those that go together on one line. */
export const overviewCommands: ReadonlyArray<readonly Command[]> = [
	['list', 'watch'], ['wait', 'check'], ['events', 'report'], ['serve', 'simulate'], ['config', 'completion', 'help'],
];

/** TABLE of the options that most people want, each with its help in a few words. */
const usualOptions: ReadonlyArray<readonly [name: OptionName, does: string]> = [
	['url', 'the deployment to ask, if not ryzeapi.cloud'],
	['token-file', 'take the token from a file, not from RYZE_TOKEN'],
	['profile', 'accounts of the config file, one or several'],
	['columns', 'the columns to show; +A adds one, -A leaves one out'],
	['sort', 'by a column, if not the worst first; -A turns round'],
	['interval', 'time between two polls, such as 5s or 1m'],
];

/** Makes the text of `ryzetop --help`: what a new user wants, on a screen of 80×24 with the prompt below it, and where the rest is. */
export function describeOverview(): string {
	const {examples} = commands.monitor;
	const width = 2 + Math.max(...examples.map(([line]) => line.length));
	return [
		'htop for RyzeAPI: every WhatsApp instance of an account, worst first, live.',
		'',
		'Examples:',
		...examples.map(([line, meaning]) => `  ${line.padEnd(width)}${meaning}`),
		'',
		'Commands, each with options and examples of its own (ryzetop list --help):',
		...overviewCommands.map(names => writeRow(names.join(', '), names.map(name => commands[name].brief).join('; '))),
		'',
		'Options:',
		...usualOptions.map(([name, does]) => writeRow(`--${name} ${options[name].placeholder}`, does)),
		'',
		'Everything else: ryzetop help all, or man ryzetop. In the monitor: ?',
	].join('\n');
}

function writeRow(first: string, second: string): string {
	return `  ${first.padEnd(indent - 2)}${second}`;
}
