import {options} from './options.js';

/** Possible next steps, each with the line to type. */
const steps: ReadonlyArray<readonly [when: string, line: string]> = [
	['There is no token yet. To try without one:', 'ryzetop --demo'],
	['The token that came with your account:', 'export RYZE_TOKEN=...'],
	['Or in a file that only you can read:', 'ryzetop --token-file ~/.ryze-token'],
	[`If it is not ${options.url.default}:`, 'export RYZE_URL=https://...'],
	['All options, with examples:', 'ryzetop --help'],
];

/** Lines for a first start without a token, with the possible next steps. */
export const firstRunLines: readonly string[] = steps.map(([when, line]) => `${when.padEnd(44)}${line}`);

/** Problem of a missing token in one line, for a list with other problems. */
export const noTokenProblem = 'There is no token. Put it into RYZE_TOKEN, or into a file for --token-file; --demo needs none.';
