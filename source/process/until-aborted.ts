/** Waits for a result, but no longer than until the signal is aborted: it is `undefined` then. */
export async function untilAborted<Result>(taken: Promise<Result> | Result, signal: AbortSignal): Promise<Result | undefined> {
	const {promise: aborted, resolve} = Promise.withResolvers<undefined>();
	const wake = () => {
		resolve(undefined);
	};

	if (signal.aborted) {
		wake();
	}

	signal.addEventListener('abort', wake, {once: true});
	return Promise.race([taken, aborted]).finally(() => {
		signal.removeEventListener('abort', wake);
	});
}
