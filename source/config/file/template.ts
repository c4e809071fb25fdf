import {wrap} from '../../core/text/measure.js';
import type {Option} from '../../cli/options.js';
import {keyOf, listConfigurable} from './layer.js';

/** With the `# ` before it, a comment fits a terminal of the usual width. */
const width = 78;

/** The text of the file that `ryzetop config init` writes: every option with what it does by itself or an example, all as comments, so that the file changes nothing until somebody edits it. */
export function writeTemplate(): string {
	const blocks = listConfigurable().flatMap(([name, option]) => [
		describe(`${option.help}${option.environment === undefined ? '' : ` (${option.environment} comes first)`}`, `${keyOf(name)} = ${valueOf(option)}`),
		...name === 'token-file' ? [describe('or take what a program prints, such as a password manager; no shell reads the list', 'token_command = ["pass", "show", "ryzeapi"]')] : [],
	]);
	return [
		...comment('What ryzetop does where nothing else is said. Take the # away before a name and change its value. An option on the command line comes first, then the environment, then this file. ryzetop config shows what is in force.'),
		'',
		...blocks.flatMap(block => [...block, '']),
		...comment('A profile is a table of its own, at the end of the file. What it says comes before what stands above. ryzetop --profile prod takes this one:'),
		'#[profiles.prod]',
		'#url = "https://ryzeapi.cloud"',
		'#token_command = ["pass", "show", "ryzeapi/prod"]',
		'',
	].join('\n');
}

function describe(help: string, line: string): readonly string[] {
	return [...comment(help), `#${line}`];
}

function comment(text: string): readonly string[] {
	return wrap(text, width).map(line => `# ${line}`);
}

function valueOf({kind, default: usual, example, placeholder}: Option): string {
	const text = kind === 'switch' ? 'false' : usual ?? example ?? placeholder;
	return kind === 'switch' || /^(?:0|[1-9]\d{0,14})$/v.test(text) ? text : JSON.stringify(text);
}
