import {commands} from '../../source/cli/commands.js';
import {nameVariables, tokenVariables} from '../../source/cli/environment.js';
import {commandWords, type Option} from '../../source/cli/option.js';
import {listOptions} from '../../source/cli/options.js';
import {bindings} from '../../source/core/keymap/bindings.js';
import {describeKeys, wholeHeading} from '../../source/core/keymap/describe.js';
import {filterFields} from '../../source/core/filter/fields.js';
import {toAscii} from '../../source/core/text/portable/to-ascii.js';

/**
Writes the manual page, in the macros that all readers of manual pages know, from the tables of commands, options, keys and filter fields.
`scenarioNames` are those of the simulated account.
*/
export function writeManPage(version: string, scenarioNames: readonly string[]): string {
	return `${[
		`.TH RYZETOP 1 "" "ryzetop ${version}" "User Commands"`,
		'.SH NAME',
		String.raw`ryzetop \- htop for RyzeAPI: every WhatsApp instance of an account, worst first, live`,
		'.SH SYNOPSIS',
		...['monitor', ...commandWords].flatMap((command, index) => [
			...index === 0 ? [] : ['.br'], escape(Object.entries(commands).find(([name]) => name === command)?.[1].usage ?? ''),
		]),
		'.SH DESCRIPTION',
		escape('ryzetop alone is the monitor: all instances of the account in one terminal screen, which ? explains. The words of a command line are a '
			+ 'filter, as after / in the monitor.'),
		'.PP',
		escape(`The token is read from ${tokenVariables.join(', ')} (the first that is set), from a file, or from a command that the config file names, `
			+ 'never from an option: ps would show it to everyone on the machine.'),
		'.SH COMMANDS',
		...Object.entries(commands).flatMap(([name, {summary, notes}]) => [
			...item(name === 'monitor' ? 'ryzetop' : `ryzetop ${name}`, `${summary}.`),
			...notes.flatMap(note => ['.IP', escape(note)]),
		]),
		'.SH OPTIONS',
		...listOptions().flatMap(([name, option]) => item(nameOption(name, option), describeOption(name, option, scenarioNames))),
		'.SH KEYS',
		escape('The keys where the config file says nothing; ryzetop config keys prints those in force.'),
		...describeKeys(bindings).flatMap(({keys, ...place}) => [
			`.SS ${escape(wholeHeading(place))}`,
			...keys.flatMap(({keys: texts, does}) => item(texts.map(text => toAscii(names.get(text) ?? text)).join(' '), does)),
		]),
		'.SH FILTER',
		escape('Words match name, number and profile. A field has a colon and a value, or a comparison; a dash before it leaves out.'),
		...Object.entries(filterFields).flatMap(([key, {name = key, accepts}]) => item(name, accepts)),
		'.SH EXAMPLES',
		...Object.values(commands).flatMap(({examples}) => examples.slice(0, 3)).flatMap(([line, meaning]) => item(line, meaning)),
		'.SH EXIT STATUS',
		...exits.flatMap(([code, meaning]) => item(code, meaning)),
		'.SH ENVIRONMENT',
		...variables().flatMap(([name, meaning]) => item(name, meaning)),
		'.SH FILES',
		...item('~/.config/ryzetop/config.toml', 'the config file: settings, profiles, [keys], [[view]] and [[command]]; ryzetop config init writes one'),
		...item('~/.local/state/ryzetop/history.db', 'the memory: what was seen before'),
		...item('/run/secrets/ryze_token', 'the token in a container, where nothing else gives one'),
	].join('\n')}\n`;
}

/** TABLE of the exit codes. */
const exits: ReadonlyArray<readonly [code: string, meaning: string]> = [
	['0', 'done, or the condition holds'],
	['1', 'the condition does not hold'],
	['2', 'misuse'],
	['3', 'no usable answer from the API'],
	['4', 'token refused'],
	['130, 143, 129', 'ended by SIGINT, SIGTERM, SIGHUP'],
	['check', '0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN'],
];

/** The variables that the program reads, and those that a command of one's own gets. */
function variables(): ReadonlyArray<readonly [name: string, meaning: string]> {
	return [
		[tokenVariables.join(', '), 'the token; the first that is set'],
		...listOptions().flatMap(([name, {environment}]) => environment === undefined ? [] : [[environment.join(', '), `as --${name}`] as const]),
		['CREDENTIALS_DIRECTORY', 'where systemd keeps the credential ryze-token, which is taken where nothing else gives a token'],
		['XDG_CONFIG_HOME, XDG_STATE_HOME', 'where the folders of the config file and of the memory are, in place of ~/.config and ~/.local/state'],
		['NO_COLOR, FORCE_COLOR', 'no colour, or colour, whatever the terminal is; both come before the config file'],
		['RYZETOP_NAME, RYZETOP_ID, RYZETOP_NUMBER, RYZETOP_STATE, RYZETOP_ACCOUNT, RYZETOP_URL', 'what a [[command]] gets of the instance'],
	];
}

/** Names of the keys that have a sign which not every reader of manual pages can show. */
const names: ReadonlyMap<string, string> = new Map([['↑', 'Up'], ['↓', 'Down'], ['←', 'Left'], ['→', 'Right']]);

function nameOption(name: string, {letter, placeholder}: Option): string {
	return `${letter === undefined ? '' : `-${letter}, `}--${name} ${placeholder}`.trimEnd();
}

function describeOption(name: string, {help, environment, default: usual, commands: takers}: Option, scenarioNames: readonly string[]): string {
	const scenarios = name === 'scenario' ? `: ${scenarioNames.join(', ')}` : '';
	const notes = [environment && nameVariables(environment), usual === undefined ? undefined : `default ${usual}`].filter(note => note !== undefined);
	const taken = takers.length > commandWords.length ? 'all' : takers.map(taker => taker === 'monitor' ? 'the monitor' : taker).join(', ');
	return `${help}${scenarios}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}. Taken by ${taken}.`;
}

function item(term: string, text: string): readonly string[] {
	return ['.TP', String.raw`\fB${escape(term)}\fR`, escape(text)];
}

/** Escapes what the formatter would read: its escape sign, dashes, and a control character at the beginning of a line. */
function escape(text: string): string {
	const plain = toAscii(text).replaceAll('\\', String.raw`\e`).replaceAll('-', String.raw`\-`).replaceAll('^', String.raw`\(ha`).replaceAll('~', String.raw`\(ti`).replaceAll('`', String.raw`\(ga`);
	return /^['.]/v.test(plain) ? String.raw`\&${plain}` : plain;
}
