import {readFileSync, readlinkSync} from 'node:fs';
import {hostname} from 'node:os';
import process from 'node:process';

/**
Names this process to others that use the same files: the machine and the space of its process ids, the id, and when it began, since ids are
used again. Two containers that share a folder can have the same machine.
*/
export function ownHolder(): string {
	return `${machine()} ${process.pid} ${startOf('self') ?? '-'}`;
}

/** Whether a process that named itself so is one of this machine that has ended. Of another machine nothing is known. */
export function isHolderGone(holder: string): boolean {
	const [where, id = '', start] = holder.split(' ', 3);
	if (where !== machine() || !/^[1-9]\d*$/v.test(id) || start === undefined) {
		return false;
	}

	try {
		process.kill(Number(id), 0);
	} catch (error) {
		// It is there, and another user's, where it may not be signalled.
		return error instanceof Error && 'code' in error && error.code === 'ESRCH';
	}

	const present = startOf(id);
	return start !== '-' && present !== undefined && present !== start;
}

/** When a process began, in ticks since the machine did; `ended` for one that only its parent knows, `undefined` where nothing tells. */
function startOf(id: string): string | undefined {
	// The name of the program, in parentheses, may have blanks and parentheses itself.
	const fields = read(() => readFileSync(`/proc/${id}/stat`, 'utf8'))?.replace(/^.*\) /v, '').split(' ');
	return fields?.[0] === 'Z' ? 'ended' : fields?.[19];
}

function machine(): string {
	const id = read(() => readFileSync('/etc/machine-id', 'utf8').trim().slice(0, 12)) ?? '';
	const space = read(() => readlinkSync('/proc/self/ns/pid')) ?? '';
	return `${id === '' ? hostname() : id}${space.replaceAll(/\D/gv, '/')}`.replaceAll(/\s/gv, '-');
}

function read(from: () => string): string | undefined {
	try {
		return from();
	} catch {
		return undefined;
	}
}
