import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {
	existsSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {test} from 'node:test';
import {descendantsOf, isAlive, until} from '../../helpers/processes.js';
import {openScreen} from '../../helpers/screen.js';
import {isAtPrompt} from '../at-prompt.js';
import {codeOf} from '../running.js';
import {isLive, isTitleBack} from '../watched.js';
import {makeClone, ownNode} from './clone.js';

const clone = makeClone();
const entry = path.join(clone, 'dist/cli.js');

/** Any Node will do: it is made to report another version, and to lack what that has not. */
const older = `
	Object.defineProperty(process, "versions", {value: {...process.versions, node: "20.1.0"}});
	delete process.getBuiltinModule;
	delete Promise.withResolvers;
	for (const name of Object.getOwnPropertyNames(Iterator.prototype).filter(name => name !== "constructor")) {
		delete Iterator.prototype[name];
	}
`;
const pretence = `--import=data:text/javascript,${encodeURIComponent(older)}`;

/** Puts a shell script in the place of the clone's Node. */
const standIn = (...script: readonly string[]) => {
	writeFileSync(path.join(clone, ownNode), `#!/bin/sh\n${script.join('\n')}\n`, {mode: 0o755});
};

/** Starts the clone by a Node that is too old, with pipes. */
const start = (...argv: readonly string[]) => spawn(process.execPath, [entry, ...argv], {
	env: {PATH: process.env.PATH, NODE_OPTIONS: pretence},
});

test('a clone that an old Node starts runs on its own one, with the same arguments, input, outputs and exit code', async () => {
	standIn('printf "%s|" "$@"', 'cat', 'echo said >&2', 'exit 7');
	const child = start('list', 'two words', '*', '');
	child.stdin.end('typed');
	const [end, printed, said] = await Promise.all([codeOf(child), text(child.stdout), text(child.stderr)]);
	assert.deepEqual([end, printed, said], [7, `${entry}|list|two words|*||typed`, 'said\n']);
});

test('a signal reaches the Node of the clone, and what it ends by is what the command ends by', async () => {
	standIn('trap "echo got; exit 5" HUP', 'echo ready', 'while :; do sleep 0.01; done');
	const child = start();
	let printed = '';
	child.stdout.on('data', (data: Uint8Array) => {
		if (printed === '') {
			child.kill('SIGHUP');
		}

		printed += String(data);
	});
	assert.deepEqual([await codeOf(child), printed], [5, 'ready\ngot\n']);
	standIn('kill -KILL $$');
	assert.equal(await codeOf(start()), 'SIGKILL');
});

/** Whether a process waits for something; `/proc` tells that of Linux alone. */
const isWaiting = (id: number | undefined) => {
	const file = `/proc/${id}/stat`;
	return !existsSync(file) || readFileSync(file, 'utf8').split(') ', 2)[1]?.startsWith('S') === true;
};

test('nothing runs on where the old Node is killed', async () => {
	standIn('echo $$', 'exec sleep 60');
	const child = start();
	let printed = '';
	child.stdout.on('data', (data: Uint8Array) => {
		printed += String(data);
	});
	await until(() => printed.endsWith('\n'), 'the number of the process');
	const id = Number(printed);
	// It tells the watcher whom to end right after that one was started, and waits for events once it has.
	await until(() => isWaiting(child.pid), 'the old Node');
	try {
		child.kill('SIGKILL');
		await until(() => !isAlive(id), 'the end of the other one');
	} finally {
		if (isAlive(id)) {
			process.kill(id, 'SIGKILL');
		}
	}
});

test('a clone whose Node cannot be started says how to go on', async () => {
	const words = `ryzetop needs Node 22.19 or newer; this is v20.1.0. Run it on a newer one: npx --yes --package=node@24 -- node ${entry} '/a b/'\n`;
	rmSync(path.join(clone, ownNode), {force: true});
	writeFileSync(path.join(clone, ownNode), '', {mode: 0o600});
	const unfit = start('/a b/');
	assert.deepEqual(await Promise.all([codeOf(unfit), text(unfit.stderr)]), [2, words]);
	rmSync(path.join(clone, ownNode));
	const missing = start('/a b/');
	assert.deepEqual(await Promise.all([codeOf(missing), text(missing.stderr)]), [2, words]);
});

test('a monitor that an old Node has started gives the terminal to the shell and takes it back, and gives it back at its end', async () => {
	standIn(`exec env -u NODE_OPTIONS '${process.execPath}' "$@"`);
	await using screen = openScreen('bash', ['--norc', '-i'], {columns: 100, rows: 30, env: {PS1: 'prompt> '}});
	await screen.waitFor(() => isAtPrompt(screen), 'the shell');
	screen.write(`NODE_OPTIONS='${pretence}' '${process.execPath}' '${entry}' --demo\r`);
	await screen.waitFor(isLive, 'the fleet');
	screen.press('Ctrl+z');
	await screen.waitFor(() => screen.text().includes('Stopped') && isAtPrompt(screen) && !screen.alternate(), 'the shell again');
	screen.write('fg\r');
	await screen.waitFor(() => screen.alternate() && isLive(screen), 'the monitor again');
	const [old] = descendantsOf(screen.pid);
	process.kill(old?.id ?? 0, 'SIGTSTP');
	await screen.waitFor(() => isAtPrompt(screen) && !screen.alternate(), 'the shell once more');
	screen.write('fg\r');
	await screen.waitFor(() => screen.alternate() && isLive(screen), 'the monitor once more');
	process.kill(old?.id ?? 0, 'SIGTERM');
	await screen.waitFor(() => screen.text().includes('watched') && isAtPrompt(screen) && !screen.alternate(), 'the end');
	screen.write('echo CODE=$?\r');
	await screen.waitFor(() => screen.text().includes('CODE=143'), 'the code');
	assert.ok(isTitleBack(screen));
});
