import process from 'node:process';

/**
Work of the system's threads that nobody can take back once it is begun: a file system or a name server that does not answer holds it for
as long as it likes, and the process with it. `process.exit` waits for it as well.
*/
const uncancellable: ReadonlySet<string> = new Set(['FSReqPromise', 'FSReqCallback', 'FileHandleCloseReq', 'GetAddrInfoReqWrap', 'GetNameInfoReqWrap']);

/** The streams of the process, which do not hold it. */
const streams: ReadonlySet<string> = new Set(['TTYWrap', 'PipeWrap']);

/** Time in which the process may end by itself, in milliseconds. */
const grace = 300;

/**
Ends the process where, some time after it has given everything back, nothing holds it but work that cannot be cancelled. To be called at
the very end, with the exit code set. Anything else that is left open is a fault, which this does not hide.
*/
export function endInTime(): void {
	setInterval(() => {
		const {stdout, stderr} = process;
		const held = process.getActiveResourcesInfo().filter(kind => !streams.has(kind));
		const isHeld = held.length > 0 && held.every(kind => uncancellable.has(kind));
		if (isHeld && stdout.writableLength + stderr.writableLength === 0) {
			endNow(Number(process.exitCode ?? 0));
		}
	}, grace).unref();
}

/**
Ends the process where the terminal belongs to another one. At an ordinary end Node sets the terminal's settings back to those it began
with, and the system stops a process in the background that does so, for good.
*/
export async function endInBackground(code: number): Promise<void> {
	await new Promise<void>(resolve => {
		process.stdout.write('', () => {
			resolve();
		});
	});
	endNow(code);
}

/** Ends the process without waiting for its threads: another program takes its place, which gives the exit code at once. */
function endNow(code: number): void {
	// The listeners of the end, such as that which kills a token command, are called as at any other end.
	process.emit('exit', code);
	try {
		process.execve?.('/bin/sh', ['sh', '-c', `exit ${code}`], {});
	} catch {
		// The system has no such call or no such program.
	}

	process.kill(process.pid, 'SIGKILL');
}
