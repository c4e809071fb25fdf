import {quote} from '../core/text/quote.js';
import type {Arguments} from './arguments.js';
import type {Command, Option} from './option.js';
import {options, type OptionName} from './options.js';

/** Finds words and options that the command does not take, and options that contradict `--demo` or need it. */
export function checkUsage({command, words, values, switches, negated}: Arguments): readonly string[] {
	// All other commands take words: a filter or a name.
	const problems = command === 'simulate' || command === 'serve'
		? words.map(word => `${quote(word)} is a word too many: ryzetop ${command} takes options only.`)
		: [];
	for (const name of [...values.keys(), ...switches, ...negated ?? []]) {
		const problem = describeMisuse(name, command, switches.has('demo'));
		if (problem !== undefined) {
			problems.push(problem);
		}
	}

	if (values.has('history') && switches.has('no-history')) {
		problems.push('--history and --no-history contradict each other. Leave one of them out.');
	}

	return problems;
}

function describeMisuse(name: OptionName, command: Arguments['command'], isDemo: boolean): string | undefined {
	const {commands, source}: Option = options[name];
	if (!commands.includes(command)) {
		const [first] = commands;
		return command === 'monitor' && first !== undefined
			? `--${name} is an option of ${nameCommands(commands)}. Leave it out, or put ${first} before it.`
			: `--${name} is of no use to ryzetop ${command}. Leave it out.`;
	}

	if (command !== 'simulate' && source === 'demo' && !isDemo) {
		return `--${name} is about the simulated account: it needs --demo.`;
	}

	return command !== 'simulate' && source === 'account' && isDemo
		? `--${name} is of no use with --demo, which watches a simulated account. Leave one of them out.`
		: undefined;
}

function nameCommands(commands: readonly Command[]): string {
	return commands.map(command => `ryzetop ${command}`).join(' and ');
}
