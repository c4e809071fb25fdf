/** Gives what the work resolves with, or `otherwise` where that takes longer than the limit in milliseconds. The work goes on behind it. */
export async function within<Result>(work: Promise<Result>, limit: number, otherwise: Result): Promise<Result> {
	const {promise: late, resolve} = Promise.withResolvers<Result>();
	const timer = setTimeout(resolve, limit, otherwise);
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
