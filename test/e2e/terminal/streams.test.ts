import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import test from 'node:test';
import {isLive, watchSimulator} from '../watched.js';

/** Shell commands that start the monitor without a terminal on standard input or output, and the words for the one that is missing. */
const starts: ReadonlyArray<{readonly name: string; readonly line: (command: string) => string; readonly missing: string; readonly needs?: string}> = [
	{name: 'standard input is null', line: command => `${command} </dev/null`, missing: 'standard input is not one'},
	{name: 'standard input is a pipe that ends', line: command => `true | ${command}`, missing: 'standard input is not one'},
	{name: 'standard input is closed', line: command => `${command} <&-`, missing: 'standard input is not one'},
	{name: 'standard output is null', line: command => `${command} >/dev/null`, missing: 'standard output is not one'},
	{name: 'standard output is a pipe', line: command => `{ ${command}; echo "CODE=$?" >&2; } | cat; false`, missing: 'standard output is not one'},
	{name: 'standard output is a pipe that nobody reads', line: command => `{ ${command}; echo "CODE=$?" >&2; } | true; false`, missing: 'standard output is not one'},
	{
		name: 'standard output is full', line: command => `${command} >/dev/full`, missing: 'standard output is not one', needs: '/dev/full',
	},
	{name: 'standard output is closed', line: command => `${command} >&-`, missing: 'standard output is not one'},
	{name: 'both are null', line: command => `${command} </dev/null >/dev/null`, missing: 'neither standard input nor standard output is one'},
];

for (const {
	name, line, missing, needs = '/',
} of starts) {
	test(`where ${name} the monitor says so and ends with 2, without a byte to command a terminal`, {skip: existsSync(needs) ? false : `there is no ${needs} here`}, async () => {
		await using watched = await watchSimulator({isUnderShell: true, columns: 160, line});
		const {screen, simulator} = watched;
		await screen.waitForExit();
		assert.ok(screen.text().includes(`ryzetop: The monitor needs a terminal, and ${missing}.`), screen.text());
		assert.match(screen.text(), /CODE=2\b/v);
		assert.ok(!screen.bytes().includes('\u{1B}'));
		assert.equal(simulator.requests(), 0);
	});
}

for (const [name, redirection] of [['full', '2>/dev/full'], ['closed', '2>&-'], ['null', '2>/dev/null']] as const) {
	test(`where standard error is ${name}, the monitor runs, and misuse still ends with 2`, {skip: existsSync('/dev/full') ? false : 'there is no /dev/full here'}, async () => {
		await using watched = await watchSimulator({isUnderShell: true, line: command => `${command} --asci ${redirection}; echo MISUSE=$?; ${command} ${redirection}`});
		const {screen} = watched;
		await screen.waitFor(isLive, 'the first answer');
		screen.press('q');
		await screen.waitForExit();
		assert.match(screen.text(), /MISUSE=2\b[\s\S]+TTY-SAME\nCODE=0\b/v);
	});
}
