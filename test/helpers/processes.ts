import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';

/** In milliseconds, reached only in failure: what is waited for takes a few, but the machine may be busy. */
const longest = 20_000;

/** Waits for an effect of another process by looking again and again. */
export async function until(isMet: () => boolean, what = 'it', longestWait = longest): Promise<void> {
	const deadline = Date.now() + longestWait;
	while (!isMet()) {
		assert.ok(Date.now() < deadline, `${what} did not come to pass`);
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

	return !existsSync('/proc/self/status') || !/^State:\s+Z/mv.test(readStatus(id));
}

/** The status of a process as Linux tells it; that of one that has just ended where it is gone. */
function readStatus(id: number): string {
	try {
		return readFileSync(`/proc/${id}/status`, 'utf8');
	} catch {
		return 'State:\tZ';
	}
}

export type Listed = {readonly id: number; readonly parent: number; readonly command: string};

/** All processes below that one, its children first. */
export function descendantsOf(id: number): readonly Listed[] {
	const lines = execFileSync('ps', ['-A', '-o', 'pid=', '-o', 'ppid=', '-o', 'args='], {encoding: 'utf8'}).split('\n');
	const all = lines.map(line => {
		const [pid = '', parent = '', ...words] = line.trim().split(/\s+/v);
		return {id: Number(pid), parent: Number(parent), command: words.join(' ')};
	});
	const below = (parents: readonly number[]): readonly Listed[] => {
		const children = all.filter(({parent}) => parents.includes(parent));
		return children.length === 0 ? [] : [...children, ...below(children.map(child => child.id))];
	};

	return below([id]);
}
