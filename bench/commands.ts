import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Arguments of Node for a process that does nothing. */
export const bareNode = ['-e', '0'];

/**
Measures the milliseconds from the start of a Node process with these arguments to its exit, its output read through a pipe. Throws where
it fails, so that no failure is taken for speed.
*/
export async function timeCommand(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
	const stateHome = mkdtempSync(path.join(tmpdir(), 'ryzetop-'));
	const startedAt = performance.now();
	const child = spawn(process.execPath, args, {
		env: {
			PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C.UTF-8', XDG_STATE_HOME: stateHome, ...env,
		},
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	child.stdout.resume();
	await once(child, 'close');
	const time = performance.now() - startedAt;
	rmSync(stateHome, {recursive: true, force: true});
	if (child.exitCode !== 0) {
		throw new Error(`${args.join(' ')} ended with ${child.exitCode ?? child.signalCode}.`);
	}

	return time;
}
