import {options} from './options.js';

/** What somebody reads who starts the program for the first time, without a token: five lines on how to get going. */
export const noTokenLines: readonly string[] = [
	'There is no token yet. To look around without an account:  ryzetop --demo',
	'With an account, put its token where ryzetop looks:  export RYZE_TOKEN=...',
	'Or into a file that only you can read:  ryzetop --token-file ~/.ryze-token',
	`For another deployment than ${options.url.default}:  export RYZE_URL=https://...`,
	'All options, with examples:  ryzetop --help',
];

/** The same in one line, for beside other problems. */
export const noTokenProblem = 'There is no token. Put it into RYZE_TOKEN, or into a file for --token-file; --demo needs none.';
