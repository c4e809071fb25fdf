import {
	commandOutputs,
	commandPlaces,
	placeholderOf,
	placeholders,
	type CustomCommand,
} from '../../core/run/custom-command.js';
import {findNearest} from '../../core/text/nearest.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {quote} from '../../core/text/quote.js';
import {isTexts} from '../file/layer.js';
import type {Config} from '../file/load.js';
import {readNamed, textWith} from './table-reader.js';

/** Reads all of `[[command]]`: the commands, the keys that they want, and what is wrong with them. */
export function readCommands(config: Config) {
	return readNamed(config, 'command', ['name', 'key', 'where', 'run', 'confirm', 'output'], (reader, name) => {
		const where = reader.read('where', textWith(text => parseWord(text, commandPlaces))) ?? 'grid';
		const run = reader.need('run', value => parseRun(value, where === 'shown'));
		const isAsked = reader.read('confirm', parseFlag) ?? false;
		const output = reader.read('output', textWith(text => parseWord(text, commandOutputs))) ?? 'notice';
		const value: CustomCommand | undefined = name === undefined || run === undefined
			? undefined
			: {
				name, where, run, isAsked, output,
			};
		return {value, binding: name === undefined ? undefined : {command: `command:${name}`, place: where === 'shown' ? 'grid' : where, does: name}};
	});
}

function parseFlag(value: unknown): Parsed<boolean> {
	return typeof value === 'boolean' ? accept(value) : refuse('It is true or false, without quotes.');
}

function parseWord<Word extends string>(text: string, words: readonly Word[]): Parsed<Word> {
	const word = words.find(each => each === text);
	return word === undefined ? refuse(`${quote(text)} is none of ${words.join(', ')}.`) : accept(word);
}

/** Programs that take an argument for a program of their own. */
const shells = /(?:^|[\/\\])(?:[ackz]|ba|da|fi|mk|pwsh|tc)?sh(?:\.exe)?$/v;

/** Reads the program and its arguments. A value of an instance is a whole argument, and never a part of a program that a shell reads. */
function parseRun(value: unknown, isForAll: boolean): Parsed<CustomCommand['run']> {
	if (!isTexts(value)) {
		return refuse('It must be a list of texts, the program first: ["xdg-open", "{url}"]. No shell reads it.');
	}

	const [program = '', ...argv] = value;
	if (program.trim() === '' || placeholderOf(program) !== undefined) {
		return refuse('The first of the list must be a program.');
	}

	const problems = value.flatMap((argument, index) => checkArgument(argument, value.slice(0, index), isForAll) ?? []);
	return problems.length > 0 ? refuse(problems.join(' ')) : accept([program, ...argv]);
}

function checkArgument(argument: string, before: readonly string[], isForAll: boolean): string | undefined {
	if (argument.includes('\0')) {
		return `${quote(argument)} holds a character that no argument can hold.`;
	}

	const whole = placeholderOf(argument);
	if (whole === undefined) {
		const part = placeholders.find(name => argument.includes(`{${name}}`));
		if (part !== undefined) {
			return `${quote(argument)} has a value inside a longer argument, where it could mean more than itself: let "{${part}}" stand alone, `
				+ `or have the program read RYZETOP_${part.toUpperCase()}.`;
		}

		const word = /^\{(?<word>[a-z]+)\}$/iv.exec(argument)?.groups?.word;
		const nearest = word === undefined ? undefined : findNearest(word, placeholders);
		return nearest === undefined ? undefined : `There is no value ${quote(argument)}. Did you mean "{${nearest}}"?`;
	}

	if (isForAll) {
		return `${quote(argument)} is a value of one instance, and where = "shown" is for all of them: the program reads them as JSON.`;
	}

	return isReadAsProgram(before)
		? `${quote(argument)} stands behind -c, where it would be read as a program: have it read RYZETOP_${whole.toUpperCase()}.`
		: undefined;
}

/** Whether an argument behind these is read as a program: right behind `-c`, and behind the `-c` of a shell anywhere. */
function isReadAsProgram(before: readonly string[]): boolean {
	const isDashC = (argument: string) => /^[+\-][a-z]*c$/iv.test(argument);
	return isDashC(before.at(-1) ?? '') || (before.some(argument => shells.test(argument)) && before.some(argument => isDashC(argument)));
}
