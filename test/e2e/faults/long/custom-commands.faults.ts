import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import process from 'node:process';
import {test} from 'node:test';
import {buildRunForAll} from '../../../../source/core/run/build-run.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {runProgram} from '../../../../source/process/children/run-program.js';
import {instanceOf} from '../../../helpers/fleet.js';
import {tryNames} from '../../../helpers/custom/try-names.js';
import {startForNames} from '../../custom/stand-in.js';

test('whatever 100,000 hostile names try, a command gets what was configured, with each name as one whole argument', () => {
	assert.ok(tryNames(100_000) > 50_000);
});

test('a program that is started gets each of 500 hostile names whole', async () => {
	assert.ok(await startForNames(500) > 250);
});

const program = async (argv: readonly string[], input = '{}\n') => runProgram({argv, environment: {PATH: process.env.PATH}, input}, 2000);

test('a program need not read what it is given, even of 10,000 instances', async () => {
	const {input} = buildRunForAll({
		name: sanitize('all'), where: 'shown', run: ['true'], isAsked: false, output: 'none',
	}, Array.from({length: 10_000}, (_, index) => ({
		instance: instanceOf({name: `shop-${index}`, id: String(index)}), account: 'prod', url: 'https://ryze.example', computed: {},
	})));
	assert.ok(input.length > 1_000_000);
	assert.deepEqual(await program(['true'], input), {lines: [], problem: undefined});
	assert.deepEqual(await program(['sh', '-c', 'exec <&-; echo on'], input), {lines: ['on'], problem: undefined});
	assert.deepEqual(await program(['sh', '-c', 'wc -c'], input), {lines: [String(Buffer.byteLength(input))], problem: undefined});
	// What stays holds the pipe, and is not waited for.
	assert.deepEqual(await program(['sh', '-c', 'sleep 30 <&0 & echo started'], input), {lines: ['started'], problem: undefined});
});

test('a program that hangs, is stopped, floods, looks for the terminal or is killed ends in words', async () => {
	assert.deepEqual(await program(['sh', '-c', 'kill -STOP $$']), {lines: [], problem: 'did not end within 2s, and was stopped'});
	assert.deepEqual(await program(['sh', '-c', 'trap "" TERM INT HUP; while :; do sleep 1; done']), {lines: [], problem: 'did not end within 2s, and was stopped'});
	assert.deepEqual(await program(['sh', '-c', 'head -c 100000000 /dev/zero']), {lines: [], problem: 'printed more than 1 MiB, and was stopped'});
	assert.deepEqual(await program(['sh', '-c', 'head -c 100000000 /dev/zero >&2; echo done']), {lines: ['done'], problem: undefined});
	assert.deepEqual(await program(['sh', '-c', 'kill -9 $$']), {lines: [], problem: 'ended with SIGKILL'});
	assert.match((await program(['sh', '-c', 'read line < /dev/tty'])).problem ?? '', /^ended with \d+: .*\/dev\/tty/v);
	assert.deepEqual(await program(['echo', 'a'.repeat(1_000_000)]), {lines: [], problem: 'was given more than a program can take'});
});
