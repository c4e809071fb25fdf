import {options} from './options.js';

/** Each way on, and what to type for it. */
const ways: ReadonlyArray<readonly [when: string, line: string]> = [
	['There is no token yet. To try without one:', 'ryzetop --demo'],
	['The token that came with your account:', 'export RYZE_TOKEN=...'],
	['Or in a file that only you can read:', 'ryzetop --token-file ~/.ryze-token'],
	[`If it is not ${options.url.default}:`, 'export RYZE_URL=https://...'],
	['All options, with examples:', 'ryzetop --help'],
];

/** What somebody reads who starts the program for the first time, without a token: five lines on how to get going. */
export const firstRunLines: readonly string[] = ways.map(([when, line]) => `${when.padEnd(44)}${line}`);

/** The same in one line, for beside other problems. */
export const noTokenProblem = 'There is no token. Put it into RYZE_TOKEN, or into a file for --token-file; --demo needs none.';
