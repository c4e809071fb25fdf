import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {runInTerminal, runProgram} from '../../../source/process/children/run-program.js';
import {startForNames} from './stand-in.js';

const skip = process.platform === 'win32' ? 'needs a shell' : false;
const environment = {PATH: process.env.PATH};
const run = async (...argv: readonly string[]) => runProgram({argv, environment, input: '{}\n'});

test('a program gets a hostile name as one whole argument', {skip}, async () => {
	assert.ok(await startForNames(8) > 3);
});

test('what a program prints comes as safe lines, and what went wrong in words', {skip}, async () => {
	assert.deepEqual(await run('printf', String.raw`\033[31mred\033[0m\tone\n\033]0;owned\007two\n`), {lines: ['red    one', 'two'], problem: undefined});
	assert.deepEqual(await run('cat'), {lines: ['{}'], problem: undefined});
	assert.deepEqual(await run('sh', '-c', 'echo out; echo no such ticket >&2; exit 3'), {lines: ['out'], problem: 'ended with 3: no such ticket'});
	assert.deepEqual(await run('/no/such/program'), {lines: [], problem: 'is not there: give the path of the program, or put its folder into PATH'});
	assert.deepEqual(await run('yes'), {lines: [], problem: 'printed more than 1 MiB, and was stopped'});
	assert.deepEqual(await runProgram({argv: ['sleep', '60'], environment, input: ''}, 400), {lines: [], problem: 'did not end within 0s, and was stopped'});
	assert.deepEqual(await runInTerminal({argv: ['/no/such/program'], environment}), {lines: [], problem: 'is not there: give the path of the program, or put its folder into PATH'});
});
