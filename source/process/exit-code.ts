/** The signals that ask a program to end, and the exit code each one stands for: 128 and its number. */
const signalCodes = {
	SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143,
} as const;

export type EndSignal = keyof typeof signalCodes;

/** How the program ends: done, condition does not hold, misuse, no usable answer, token refused, or by a signal. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | (typeof signalCodes)[EndSignal];

export const endSignals: readonly EndSignal[] = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'];

/** The exit code of a program that this signal ended. */
export function exitCodeOf(signal: EndSignal): ExitCode {
	return signalCodes[signal];
}
