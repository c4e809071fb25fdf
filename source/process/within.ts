import {setImmediate} from 'node:timers/promises';

/**
Gives what the work resolves with, or `otherwise` where that takes longer than the limit in milliseconds. The work goes on behind it.

Where a busy machine held the process up, timers end before what came meanwhile is read: the work has one more turn of the event loop.
*/
export async function within<Result>(work: Promise<Result>, limit: number, otherwise: Result): Promise<Result> {
	const {promise: late, resolve} = Promise.withResolvers<Result>();
	const timer = setTimeout(() => {
		void setImmediate(otherwise).then(resolve);
	}, limit);
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
