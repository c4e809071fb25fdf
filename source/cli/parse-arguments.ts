import meow from 'meow';
import {findNearest} from '../core/text/nearest.js';
import {shorten} from '../core/text/quote.js';
import {
	findUnknownOptions,
	findNegated,
	isOption,
	type Arguments,
} from './arguments.js';
import {commandWords} from './option.js';
import {listOptions, type OptionName} from './options.js';

/**
Parses the command line with meow, whose flags are made from the table of options. No argument after `--` is an option or a command.

Meow neither prints nor exits here. It accepts unknown options, drops options without a value, and does not tell how an option was written.
So `findUnknownOptions` checks the arguments themselves.
*/
export function parseArguments(argv: readonly string[]): Arguments {
	const end = argv.indexOf('--');
	const joined = joinContinued(joinDashes(end === -1 ? argv : argv.slice(0, end)));
	const after = end === -1 ? [] : argv.slice(end + 1);

	const twins = listTwins();
	const {input, flags: parsed} = meow({
		importMeta: import.meta,
		// Else it looks for the package.json of the program, which it would take its help and its version from.
		pkg: {},
		argv: joined.filter(argument => twins.every(name => argument !== `--${name}`)),
		flags: defineFlags(),
		booleanDefault: undefined,
		autoHelp: false,
		autoVersion: false,
	});
	const flags: Readonly<Record<string, unknown>> = parsed;

	const values = new Map<OptionName, string>();
	const switches = new Set(twins.filter(name => joined.includes(`--${name}`)));
	const negated = new Set<OptionName>();
	const flagged = listOptions().filter(([name]) => !twins.includes(name));
	for (const [name, {kind}] of flagged) {
		const value = flags[keyOf(name)];
		const last: unknown = Array.isArray(value) ? value.at(-1) : value;
		if (kind === 'switch' && last === !isNegated(name)) {
			switches.add(name);
		} else if (kind === 'switch' && last === false && joined.includes(`--no-${name}`) && findNegated(`no-${name}`) !== undefined) {
			negated.add(name);
		} else if (kind === 'value' && typeof last === 'string' && last !== '') {
			values.set(name, last);
		}
	}

	const [first, ...others] = input;
	const command = commandWords.find(word => word === first);
	return {
		command: command ?? 'monitor',
		words: [...(command === undefined ? input : others), ...after],
		values,
		switches,
		...negated.size > 0 && {negated},
		problems: [
			...command === undefined && first !== undefined ? askForCommand(first) : [],
			...findUnknownOptions(joined),
		],
	};
}

type Flag = {readonly type: 'boolean'; readonly shortFlag?: string} | {readonly type: 'string'; readonly isMultiple: true};

/** Asks about a first word that nearly is a command. Taken for a filter it would only say that nothing matches. */
function askForCommand(word: string): readonly string[] {
	const nearest = findNearest(word, commandWords);
	return nearest === undefined
		? []
		: [`There is no command ${shorten(word)}. Did you mean ${nearest}? After -- every word is a filter term: ryzetop -- ${shorten(word)}`];
}

/** Makes meow's flags. Every value may come several times, because meow throws otherwise. */
function defineFlags(): Record<string, Flag> {
	const twins = listTwins();
	return Object.fromEntries(listOptions().filter(([name]) => !twins.includes(name)).map(([name, {kind, letter}]) => [
		keyOf(name),
		kind === 'switch' ? {type: 'boolean', ...letter !== undefined && {shortFlag: letter}} : {type: 'string', isMultiple: true},
	]));
}

/** Switches such as `--no-history` beside `--history FILE`: for meow both would be one flag. */
function listTwins(): readonly OptionName[] {
	const values = new Set<string>(listOptions().filter(([, {kind}]) => kind === 'value').map(([name]) => name));
	return listOptions().map(([name]) => name).filter(name => isNegated(name) && values.has(name.replace(/^no-/v, '')));
}

/** Gives meow's name of an option: `--token-file` is `tokenFile`, and `--no-color` is `color`, set to false. */
function keyOf(name: OptionName): string {
	return name.replace(/^no-/v, '').replaceAll(/-(?<letter>\p{Letter})/gv, (_, letter: string) => letter.toUpperCase());
}

function isNegated(name: OptionName): boolean {
	return name.startsWith('no-');
}

/** Joins a value that begins with a dash to the option before it by `=`. Meow takes a `-` alone for a word, and all others for options. */
function joinDashes(argv: readonly string[]): readonly string[] {
	const joined: string[] = [];
	for (const argument of argv) {
		const last = joined.at(-1);
		if (last !== undefined && isDashedValue(argument, last)) {
			joined[joined.length - 1] = `${last}=${argument}`;
		} else {
			joined.push(argument);
		}
	}

	return joined;
}

/** Joins the next argument to a value that it belongs to, so that no filter is made of it. */
function joinContinued(argv: readonly string[]): readonly string[] {
	const joined: string[] = [];
	for (const argument of argv) {
		const last = joined.at(-1) ?? '';
		const before = joined.at(-2) ?? '';
		const [written, text] = last.startsWith('--') && last.includes('=') ? [last.slice(0, last.indexOf('=')), last.slice(last.indexOf('=') + 1)] : [before, last];
		if (listOptions().some(([name, option]) => `--${name}` === written && 'isContinuedBy' in option && option.isContinuedBy?.(text, argument))) {
			joined[joined.length - 1] = `${last} ${argument}`;
		} else {
			joined.push(argument);
		}
	}

	return joined;
}

function isDashedValue(argument: string, before: string): boolean {
	if (argument === '-') {
		return isOption(before) && !before.includes('=');
	}

	return /^-[^\-]/v.test(argument) && listOptions().some(([name, {isDashed}]) => isDashed === true && before === `--${name}`);
}
