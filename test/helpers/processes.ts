import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';

/** In milliseconds, reached only in failure: what is waited for takes a few, but the machine may be busy. */
const longest = 20_000;

/** Waits for an effect of another process by looking again and again. */
export async function until(isMet: () => boolean): Promise<void> {
	const deadline = Date.now() + longest;
	while (!isMet()) {
		assert.ok(Date.now() < deadline, 'it did not come to pass');
		// eslint-disable-next-line no-await-in-loop -- another process takes its time
		await setTimeout(10);
	}
}

/** Returns whether a process runs. One that has ended may stay in the process table until its parent reads its code. */
export function isAlive(id: number): boolean {
	try {
		process.kill(id, 0);
	} catch {
		return false;
	}

	const status = `/proc/${id}/status`;
	return !existsSync(status) || !/^State:\s+Z/mv.test(readFileSync(status, 'utf8'));
}
