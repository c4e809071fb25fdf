import {joinWords} from '../../core/text/join-words.js';
import {wrap} from '../../core/text/measure.js';
import type {Option} from '../../cli/option.js';
import type {OptionName} from '../../cli/options.js';
import {keyOf, listConfigurable} from './layer.js';

/** In cells. A comment, with the `# ` before it, fits a terminal of 80 cells. */
const width = 78;

const introduction = 'What ryzetop does where nothing else is said. Take the # away before a name and change its value. '
	+ 'An option on the command line comes first, then the environment, then this file. ryzetop config shows what is in force.';

const profileNote = 'A profile is a table of its own, at the end of the file. What it says comes before what stands above. '
	+ 'ryzetop --profile prod takes this one:';

/** Lines for what is no setting: tables of their own, behind the settings. */
const ownTables: ReadonlyArray<readonly string[]> = [
	[
		...comment('Other keys for the commands of the monitor; ryzetop config keys lists all that there are.'),
		'#[keys]',
		'#"copy.name" = ["y"]',
	],
	[
		...comment('What the grid shows, under a name, and the key that shows it. There may be several.'),
		'#[[view]]',
		'#name = "down"',
		'#filter = "state:down -is:known"',
		'#columns = "state,name,since,why"',
		'#sort = "since"',
		'#key = "F5"',
	],
	[
		...comment('A program of one\'s own, which no shell reads, and the key that runs it. There may be several.'),
		'#[[command]]',
		'#name = "note"',
		'#run = ["logger", "-t", "ryzetop", "--", "{name}"]',
		'#confirm = true',
		'#key = "N"',
	],
];

/** Lines for the token command, which is a setting of the config file alone. */
const tokenCommand = describe(
	'or take what a program prints, such as a password manager; no shell reads the list',
	'token_command = ["pass", "show", "ryzeapi"]',
);

/**
Makes the text of the file that `ryzetop config init` writes: every option with its default or an example.

All lines are comments, so that the file changes nothing until the user edits it.
*/
export function writeTemplate(): string {
	const blocks = listConfigurable().flatMap(([name, option]) => [
		describeOption(name, option),
		...name === 'token-file' ? [tokenCommand] : [],
	]);
	return [
		...comment(introduction),
		'',
		...blocks.flatMap(block => [...block, '']),
		...ownTables.flatMap(block => [...block, '']),
		...comment(profileNote),
		'#[profiles.prod]',
		'#url = "https://ryzeapi.cloud"',
		'#token_command = ["pass", "show", "ryzeapi/prod"]',
		'',
	].join('\n');
}

function describeOption(name: OptionName, option: Option): readonly string[] {
	const environmentNote = option.environment === undefined ? '' : ` (${joinWords(option.environment, 'or')} comes first)`;
	return describe(`${option.help}${environmentNote}`, `${keyOf(name)} = ${valueOf(option)}`);
}

function describe(help: string, line: string): readonly string[] {
	return [...comment(help), `#${line}`];
}

function comment(text: string): readonly string[] {
	return wrap(text, width).map(line => `# ${line}`);
}

function valueOf({kind, default: defaultValue, example, placeholder}: Option): string {
	const text = kind === 'switch' ? 'false' : defaultValue ?? example ?? placeholder;
	return kind === 'switch' || /^(?:0|[1-9]\d{0,14})$/v.test(text) ? text : JSON.stringify(text);
}
