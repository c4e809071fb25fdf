/**
The exit code for each signal that asks a program to end, or would end one: 128 plus the number of the signal. It has those whose number is
the same on all systems. Of the others SIGUSR1, SIGUSR2, SIGXFSZ and, by Node, SIGPIPE do nothing, and SIGPROF belongs to V8's profiler.
*/
const signalCodes = {
	SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTRAP: 133, SIGABRT: 134, SIGALRM: 142, SIGTERM: 143, SIGXCPU: 152, SIGVTALRM: 154,
} as const;

export type EndSignal = keyof typeof signalCodes;

/**
Exit code of the program: 0 done, 1 the condition does not hold, 2 misuse, 3 no usable answer, 4 token refused;
the others mean that a signal ended it.
*/
export type ExitCode = 0 | 1 | 2 | 3 | 4 | (typeof signalCodes)[EndSignal];

export const endSignals: readonly EndSignal[] = [
	'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTRAP', 'SIGABRT', 'SIGALRM', 'SIGTERM', 'SIGXCPU', 'SIGVTALRM',
];

/** The exit code of a program that this signal ended. */
export function exitCodeOf(signal: EndSignal): ExitCode {
	return signalCodes[signal];
}
