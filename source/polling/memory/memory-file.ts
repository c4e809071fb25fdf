import {setImmediate, setTimeout} from 'node:timers/promises';
import type {AccountId} from '../../core/instance/instance.js';
import {faultWords, isPassing, type Fault} from '../../history/fault.js';
import {
	expectFault,
	openHistory,
	replaceDamaged,
	type Opened,
} from '../../history/open.js';
import type {Database} from '../../history/sqlite.js';
import {createUpkeep, type Upkeep} from '../../history/upkeep.js';
import {runInSlices} from '../../process/run-in-slices.js';
import type {WatcherMemory} from '../ports.js';
import {createMemoryNotices} from './memory-notices.js';
import {openRememberings, type OpenRememberingsOptions} from './open-rememberings.js';
import type {Remembering} from './remembering.js';

/** The file of a memory that is used: opened when that is asked for, begun anew where it is damaged or gone, and kept up. */
export type MemoryFile = WatcherMemory & {
	/** What the memory does for each account; nothing while it is not open. */
	readonly rememberings: () => ReadonlyMap<AccountId, Remembering>;
	/** Writes what is left, and lets other processes record; what is seen afterwards is recorded again. */
	readonly release: () => void;
	/** Releases and closes it. */
	readonly close: () => void;
};

export type MemoryFileOptions = OpenRememberingsOptions & {
	/** A clock that does not jump, in milliseconds. */
	readonly elapsed: () => number;
	/** Whether nobody is at the keyboard, who would wait for the disk. */
	readonly isIdle: () => boolean;
	/** Tells people why nothing is remembered, or recorded, for now: a sentence without a full stop. */
	readonly report: (words: string) => void;
};

/**
The first answer waits no longer for the memory than this, in milliseconds: on a screen a person waits for it; where nobody does, what is
remembered is worth more, for an answer that is told without it never gets it again.
*/
const longestWait = 300;
const longestWaitUnseen = 5000;

/** In milliseconds. */
const keepEvery = 60_000;

/** Faults that may come of a file that another program has changed meanwhile. */
const revealing: ReadonlySet<Fault> = new Set(['damaged', 'failed']);

const begunAnew = `${faultWords.damaged} and is begun anew beside it`;

/** Makes what uses the file of a memory. It is opened when a poll asks for that. */
export function createMemoryFile(options: MemoryFileOptions): MemoryFile {
	const {file, isReader, isServing = false, elapsed, isIdle, report} = options;
	const {tell, met} = createMemoryNotices(report, !isReader);
	let opening: Promise<void> | undefined;
	let database: Database | undefined;
	let rememberings: ReadonlyMap<AccountId, Remembering> = new Map();
	let isClosed = false;
	let upkeep: Upkeep | undefined;
	let keptAt = elapsed();
	let isKeeping = false;
	let closing = new AbortController();

	const release = () => {
		for (const remembering of rememberings.values()) {
			remembering.release();
		}
	};

	const close = () => {
		closing.abort();
		closing = new AbortController();
		release();
		database?.close();
		database = undefined;
		upkeep = undefined;
		rememberings = new Map();
	};

	const tellUnopened = (words: string) => {
		if (words === faultWords.busy) {
			met('busy');
		} else {
			tell(words);
		}
	};

	/** Begins to use what was opened; tells whether to try again. */
	const begin = (opened: Opened) => {
		if (opened.kind === 'absent') {
			return false;
		}

		if (opened.kind === 'none') {
			tellUnopened(opened.words);
			return opened.isPassing;
		}

		if (isClosed) {
			opened.database.close();
			return false;
		}

		database = opened.database;
		upkeep = createUpkeep(opened.database, file);
		rememberings = openRememberings(opened, options);
		if (opened.isAnew) {
			tell(begunAnew);
		} else if (!opened.isWritable && !isReader) {
			tell(faultWords['read-only']);
		}

		return false;
	};

	/** Begins to use what was opened; tells whether to try again. That a file is locked or damaged may show only when it is first read. */
	const shouldRetryAfter = (opened: Opened): boolean => {
		try {
			return begin(opened);
		} catch (error) {
			const fault = expectFault(error);
			close();
			// What was just begun is not put aside again.
			if (fault === 'damaged' && !isReader && opened.kind === 'open' && opened.isWritable && !opened.isAnew) {
				return shouldRetryAfter(replaceDamaged(file));
			}

			met(fault);
			return isPassing(fault);
		}
	};

	const open = () => {
		opening ??= setImmediate().then(async () => {
			if (shouldRetryAfter(await openHistory(file, isReader))) {
				// Another process holds it, or there is no room: the next poll asks again.
				opening = undefined;
			}
		});
	};

	const keepAll = async () => {
		const {signal} = closing;
		for (const remembering of isKeeping ? [] : rememberings.values()) {
			isKeeping = true;
			// eslint-disable-next-line no-await-in-loop -- one account after the other
			await runInSlices(remembering.keep(isIdle), signal);
			isKeeping = false;
		}
	};

	const leave = (words: string) => {
		tell(words);
		close();
	};

	/** Done once a minute, and at a fault that may come of what it finds. Where a file was removed the next poll begins another one. */
	const keepUp = (isDue: boolean) => {
		if (upkeep === undefined || !(isDue || elapsed() - keptAt >= keepEvery)) {
			return;
		}

		keptAt = elapsed();
		if (!upkeep.isSameFile()) {
			leave('was removed or replaced while it was open; a new one is begun');
			opening = undefined;
		} else if (!upkeep.isSameVersion()) {
			leave('was made over by a newer ryzetop, and is left as it is');
		} else if (!isReader && isIdle()) {
			upkeep.checkpoint();
			void keepAll();
		}
	};

	return {
		open,
		rememberings: () => rememberings,
		async of(account) {
			open();
			const opened = rememberings.get(account);
			if (opened !== undefined) {
				return opened;
			}

			await Promise.race([opening, setTimeout(isServing ? longestWaitUnseen : longestWait, undefined, {ref: false})]);
			return rememberings.get(account);
		},
		recorded(fault) {
			keepUp(fault !== undefined && revealing.has(fault));
			if (upkeep === undefined) {
				return;
			}

			if (fault !== 'damaged' || isReader) {
				met(fault);
				return;
			}

			close();
			if (shouldRetryAfter(replaceDamaged(file))) {
				opening = undefined;
			}
		},
		release,
		close() {
			isClosed = true;
			close();
		},
	};
}
