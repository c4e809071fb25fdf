import assert from 'node:assert/strict';
import {mkdtempDisposableSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import type {PictureOptions} from '../../../tools/picture/arguments.js';
import {captureScreen} from '../../../tools/picture/capture.js';

const options: PictureOptions = {
	command: undefined,
	programArguments: ['--scenario', 'outage'],
	columns: 40,
	rows: 5,
	keys: [],
	waitSeconds: 0,
	theme: 'dark',
	isColourless: false,
	isText: true,
	out: undefined,
};

// Capture the screen of a program with this source instead of ryzetop.
const capture = async (source: string, change: Partial<PictureOptions> = {}) => {
	using folder = mkdtempDisposableSync(path.join(tmpdir(), 'program-'));
	const program = path.join(folder.path, 'program.cjs');
	writeFileSync(program, source);
	return await captureScreen({...options, ...change}, program);
};

test('the demo is started with the scenario, and drawn after its first answer', async () => {
	const {text, isAnswered} = await capture(String.raw`
		process.stdin.resume();
		process.stdout.write('connecting…');
		setTimeout(() => {
			process.stdout.write('\r\x1B[K' + process.argv.slice(2).join(' '));
		}, 400);
	`);

	assert.deepEqual({text, isAnswered}, {text: '--demo --scenario outage', isAnswered: true});
});

test('the content has the size of the screen, and its cursor', async () => {
	const {content} = await capture(String.raw`process.stdin.resume(); process.stdout.write('\x1B[?25l\x1B[2;3Hx');`);

	assert.deepEqual(content.cursor, {row: 1, column: 3, visible: false});
	assert.deepEqual(content.rows.map(row => row.length), [40, 40, 40, 40, 40]);
	assert.equal(content.rows[1]?.[2]?.char, 'x');
});

test('the program runs for the wait before the first key, and answers the last key before the picture', async () => {
	const {text} = await capture(`
		process.stdin.setRawMode(true).on('data', data => {
			process.stdout.write(' then ' + data);
		});
		process.stdout.write('first');
		setTimeout(() => {
			process.stdout.write(' later');
		}, 700);
	`, {waitSeconds: 1, keys: ['j', 'k']});

	assert.equal(text, 'first later then j then k');
});

test('a program that fails at its start is an error, with its output', async () => {
	await assert.rejects(capture('console.log("There is no such scenario."); process.exitCode = 2;', {waitSeconds: 1}), {
		message: 'ryzetop ended with code 2, after these words:\nThere is no such scenario.',
	});
	await assert.rejects(capture('console.log("connecting…"); process.on("exit", () => process.kill(process.pid, "SIGKILL"));', {waitSeconds: 1}), {
		message: 'ryzetop ended by signal 9, after these words:\nconnecting…',
	});
});

test('a command that prints and ends well is drawn', async () => {
	const {text} = await capture('console.log("sales-04  logged out");', {programArguments: ['list']});

	assert.equal(text, 'sales-04  logged out');
});
