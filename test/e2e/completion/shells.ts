import {execFileSync} from 'node:child_process';
import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {createCompletionModel, type AskedWord, type Shell} from '../../../source/cli/completion/model.js';
import {resolveCompletion} from '../../../source/cli/completion/write-completion.js';

export const scenarioNames = ['calm', 'busy', 'rate-limited'] as const;

/** The model the scripts are made from. */
export const model = createCompletionModel(scenarioNames);

/** The reason to skip the tests of a shell that is not installed. */
export function missing(shell: Shell): string | false {
	try {
		execFileSync(shell, ['-c', 'exit'], {stdio: 'ignore'});
		return false;
	} catch {
		return `there is no ${shell} here`;
	}
}

/** What the program tells the scripts that ask it; one name would run a program where it was not quoted, another is two items of a list. */
const told = {
	names: ['sales-04', 'ação 2', 'ação 3', 'z$(touch owned)`touch owned`;\'"', 'x,sales-05'],
	profiles: ['prod', 'lab', 'prod,old'],
	accounts: ['account:prod', 'account:lab'],
} as const satisfies Readonly<Record<AskedWord, readonly string[]>>;

/** A path on which `ryzetop` is a program that tells the scripts what they ask for, and nothing else. It is made in a folder. */
export function pathWithNames(folder: string): string {
	const programs = path.join(folder, 'programs');
	mkdirSync(programs);
	for (const [word, lines] of Object.entries(told)) {
		writeFileSync(path.join(programs, word), lines.map(line => `${line}\n`).join(''));
	}

	writeFileSync(path.join(programs, 'ryzetop'), '#!/bin/sh\n[ "$1" = completion ] && cat "$(dirname "$0")/$2"\n', {mode: 0o755});
	return `${programs}:${process.env.PATH}`;
}

/** The script of a shell, as `ryzetop completion` prints it, in a file that goes with the test. */
export function scriptOf(shell: Shell, name = `ryzetop.${shell}`): {readonly file: string; readonly folder: string; readonly [Symbol.dispose]: () => void} {
	const folder = mkdtempSync(path.join(tmpdir(), 'ryzetop-completion-'));
	const file = path.join(folder, name);
	const made = resolveCompletion({
		command: 'completion', words: [shell], values: new Map(), switches: new Set(), problems: [],
	}, scenarioNames);
	writeFileSync(file, made.kind === 'print' ? made.text : '');
	return {
		file,
		folder,
		[Symbol.dispose]() {
			rmSync(folder, {recursive: true});
		},
	};
}
