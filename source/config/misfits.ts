import type {Arguments} from './arguments.js';
import {options, type Option, type OptionName} from './options.js';
import {quote} from './quote.js';

/** Words that name a command; the monitor is what runs without one. */
export const commandWords = ['simulate', 'config', 'completion'] as const;

/** Finds what does not go with the command: words where it has no use for any, options of another one, options that contradict `--demo` or need it. */
export function findMisfits({command, words, values, switches, refused}: Arguments): readonly string[] {
	// The monitor takes words for its filter.
	const problems = command === 'simulate' ? words.map(word => `${quote(word)} is a word too many: ryzetop simulate takes options only.`) : [];
	for (const name of [...values.keys(), ...switches, ...refused ?? []]) {
		const problem = describeMisfit(name, command, switches.has('demo'));
		if (problem !== undefined) {
			problems.push(problem);
		}
	}

	return problems;
}

function describeMisfit(name: OptionName, command: Arguments['command'], isDemo: boolean): string | undefined {
	const {commands, source}: Option = options[name];
	if (!commands.includes(command)) {
		return command === 'simulate'
			? `--${name} is of no use to ryzetop simulate. Leave it out.`
			: `--${name} is an option of ryzetop simulate. Leave it out, or put simulate before it.`;
	}

	if (command === 'monitor' && source === 'demo' && !isDemo) {
		return `--${name} is about the simulated account: it needs --demo.`;
	}

	return command === 'monitor' && source === 'account' && isDemo
		? `--${name} is of no use with --demo, which watches a simulated account. Leave one of them out.`
		: undefined;
}
