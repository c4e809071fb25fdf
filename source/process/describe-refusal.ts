/** What a person can do about it, for the refusals that have nothing to do with the program. */
const remedies: Readonly<Record<string, string>> = {
	EMFILE: 'Too many files are open. ulimit -n shows the limit.',
	ENFILE: 'Too many files are open on this machine.',
	ENOMEM: 'There is no memory left.',
	EAGAIN: 'Too many processes run. ulimit -u shows the limit.',
};

/**
Says in one line that the system refused something without which the program cannot work, such as one more open file; `undefined` for any
other error, which is a fault of the program. The file imports nothing, so that it is there when no file can be opened.
*/
export function describeRefusal(error: unknown): string | undefined {
	if (!(error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string')) {
		return undefined;
	}

	return `ryzetop: The system refuses what the program needs (${error.code}, ${String(error.syscall)}). ${remedies[error.code] ?? ''}`.trimEnd();
}
