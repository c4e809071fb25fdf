import type {ReadSmallFile, SmallFile} from './read-small-file.js';

/** In milliseconds. A file system that takes longer, such as that of a server which is gone, may never answer. */
const readingLimit = 5000;

/**
Limits the time of reading a file. The system cannot take a reading back, so that one which hangs goes on behind it and keeps a thread.
It is waited for again where the same file is read again: there is never a second one, since a few of them would take all threads, also
those that look up names.
*/
export function limitReading(read: ReadSmallFile, limit = readingLimit): ReadSmallFile {
	const hanging = new Map<string, Promise<SmallFile>>();

	const start = async (file: string, largest: number) => {
		const found = await read(file, largest);
		hanging.delete(file);
		return found;
	};

	return async (file, largest) => {
		const {promise: late, resolve} = Promise.withResolvers<SmallFile>();
		const timer = setTimeout(() => {
			resolve({kind: 'failure', code: 'ETIMEDOUT'});
		}, limit);
		// The reading itself keeps the process; the timer would hide that nothing else does.
		timer.unref();
		const reading = hanging.get(file) ?? start(file, largest);
		hanging.set(file, reading);
		try {
			return await Promise.race([reading, late]);
		} finally {
			clearTimeout(timer);
		}
	};
}
