import {findNearest} from '../../core/text/nearest.js';
import type {Arguments} from '../arguments.js';
import {quote} from '../../core/text/quote.js';
import {writeBash} from './bash.js';
import {
	askedWords,
	createCompletionModel,
	namesWord,
	shells,
	type AskedWord,
	type Shell,
} from './model.js';
import {writeFish} from './fish.js';
import {writeZsh} from './zsh.js';

const writers = {bash: writeBash, zsh: writeZsh, fish: writeFish} as const satisfies Readonly<Record<Shell, unknown>>;

/** Result of `ryzetop completion`: a script to print, what the scripts ask for, which others know, or problems. */
export type ResolvedCompletion =
	| {readonly kind: 'print'; readonly text: string; readonly warnings: readonly string[]}
	| {readonly kind: 'asked'; readonly word: AskedWord}
	| {readonly kind: 'misuse'; readonly problems: readonly string[]};

/** Resolves `ryzetop completion`, which takes the name of a shell, or a word that its script asks for, and nothing else. */
export function resolveCompletion(given: Arguments, scenarioNames: readonly string[]): ResolvedCompletion {
	const {words, values, switches, negated: refused = new Set<string>()} = given;
	const [first, ...others] = words;
	const shell = shells.find(name => name === first);
	const asked = askedWords.find(word => word === first);
	const problems = [
		...given.problems,
		...shell === undefined && asked === undefined ? [describeShell(first)] : [],
		...others.map(word => `${quote(word)} is a word too many: ryzetop completion takes one shell.`),
		...[...values.keys(), ...switches, ...refused].map(name => `--${name} is of no use to ryzetop completion. Leave it out.`),
	];
	if (problems.length > 0) {
		return {kind: 'misuse', problems};
	}

	return shell === undefined
		? {kind: 'asked', word: asked ?? namesWord}
		: {kind: 'print', text: writers[shell](createCompletionModel(scenarioNames)), warnings: []};
}

function describeShell(given: string | undefined): string {
	if (given === undefined) {
		return `ryzetop completion needs the name of a shell: ${shells.join(', ')}.`;
	}

	const nearest = findNearest(given, shells);
	const guess = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
	return `There is no completion for ${quote(given)}.${guess} The shells are ${shells.join(', ')}.`;
}
