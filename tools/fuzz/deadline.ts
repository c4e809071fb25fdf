/** Waits no longer than that many milliseconds, and then rejects in words. What is waited for goes on. */
export async function withDeadline<Value>(waited: Promise<Value>, milliseconds: number, what: string): Promise<Value> {
	const {promise, reject} = Promise.withResolvers<never>();
	const timer = setTimeout(() => {
		reject(new Error(`${what} did not end within ${milliseconds / 1000} s.`));
	}, milliseconds);
	try {
		return await Promise.race([waited, promise]);
	} finally {
		clearTimeout(timer);
	}
}
