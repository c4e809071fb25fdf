import {setImmediate, setTimeout} from 'node:timers/promises';
import type {FromMemory} from '../core/fleet/memory/remember-account.js';
import type {Tracked} from '../core/fleet/tracked.js';
import type {Transition} from '../core/fleet/transitions.js';
import type {SeenPast} from '../core/fleet/memory/seen-past.js';
import type {AccountId, InstanceKey} from '../core/instance/instance.js';
import {openAccountMemory} from '../history/account-memory.js';
import {faultWords, isPassing, type Fault} from '../history/fault.js';
import {
	expectFault,
	inMemory,
	openHistory,
	replaceDamaged,
	type Opened,
} from '../history/open.js';
import {seedMemory} from '../history/seed.js';
import type {Database} from '../history/sqlite.js';
import {createUpkeep, type Upkeep} from '../history/upkeep.js';
import {openTables} from '../history/tables.js';
import {isHolderGone, ownHolder} from '../process/holder.js';
import {createMemoryNotices} from './memory-notices.js';
import {createRemembering, type Remembering} from './remembering.js';
import type {WatcherMemory} from './watcher.js';

/** The memory of a process that watches. */
export type WatchMemory = WatcherMemory & {
	/** The changes of an instance that are remembered since a time, from before those that it has already, oldest first. */
	readonly pastOf: (tracked: Tracked, from: number) => readonly Transition[];
	/** Notes that a person acknowledged the state of an instance that began at `since`, or took that back. */
	readonly acknowledge: (account: AccountId, key: InstanceKey, since: number | undefined, at: number) => void;
	/** Notes that a monitor of these accounts was looked at. */
	readonly visited: (at: number) => void;
	/** Writes what is left, and lets other processes record; what is seen afterwards is recorded again. */
	readonly release: () => void;
	/** Releases and closes it. */
	readonly close: () => void;
};

export type WatchMemoryOptions = {
	/** File of the memory, or `:memory:`. */
	readonly file: string;
	/** The accounts that are watched, with the addresses of their deployments. */
	readonly accounts: ReadonlyArray<{readonly account: AccountId; readonly url: string; readonly past?: () => SeenPast}>;
	/** The instances that are asked for; without any, the whole list is. */
	readonly names: readonly string[];
	/** Whether it is only read. */
	readonly isReader: boolean;
	/** Whether what is remembered makes a picture where the first poll brings no answer. */
	readonly isShownUnanswered: boolean;
	/** A clock that does not jump, in milliseconds. */
	readonly elapsed: () => number;
	/** Whether nobody is at the keyboard, who would wait for the disk. */
	readonly isIdle: () => boolean;
	/** Told of what was remembered of an account when its first answer is there. */
	readonly recalled: (fromMemory: FromMemory) => void;
	/** Tells people why nothing is remembered, or recorded, for now: a sentence without a full stop. */
	readonly report: (words: string) => void;
};

/** The first answer waits no longer for the memory than this, in milliseconds. */
const longestWait = 300;

/** In milliseconds. */
const keepEvery = 60_000;

/** Faults that may come of a file that another program has changed meanwhile. */
const revealing: ReadonlySet<Fault> = new Set(['damaged', 'failed']);

const begunAnew = `${faultWords.damaged} and is begun anew beside it`;

/** Opens the memory for a watcher, when the watcher asks for that. */
export function createWatchMemory(options: WatchMemoryOptions): WatchMemory {
	const {file, accounts, isReader, elapsed, isIdle, report} = options;
	const {tell, met} = createMemoryNotices(report, !isReader);
	const holder = ownHolder();
	let opening: Promise<void> | undefined;
	let database: Database | undefined;
	let rememberings: ReadonlyMap<AccountId, Remembering> = new Map();
	let isClosed = false;
	let upkeep: Upkeep | undefined;
	let keptAt = elapsed();

	const release = () => {
		for (const remembering of rememberings.values()) {
			remembering.release();
		}
	};

	const close = () => {
		release();
		database?.close();
		database = undefined;
		upkeep = undefined;
		rememberings = new Map();
	};

	/** Begins to use what was opened; tells whether to try again. */
	const begin = (opened: Opened) => {
		if (opened.kind === 'absent') {
			return false;
		}

		if (opened.kind === 'none') {
			tellUnopened(opened);
			return opened.isPassing;
		}

		if (isClosed) {
			opened.database.close();
			return false;
		}

		database = opened.database;
		upkeep = createUpkeep(opened.database, file);
		const tables = openTables(opened.database);
		for (const {url, past} of accounts) {
			if (past !== undefined) {
				seedMemory(opened.database, tables, placeOf(url), past());
			}
		}

		rememberings = new Map(accounts.map(({account, url}) => [account, createRemembering({
			...options,
			account,
			takesSimulated: file === inMemory,
			memory: openAccountMemory({
				database: opened.database, tables, isWritable: opened.isWritable && !isReader, place: placeOf(url), holder, isHolderGone,
			}),
		})]));
		if (opened.isAnew) {
			tell(begunAnew);
		} else if (!opened.isWritable && !isReader) {
			tell(faultWords['read-only']);
		}

		return false;
	};

	const tellUnopened = ({words}: {readonly words: string}) => {
		if (words === faultWords.busy) {
			met('busy');
		} else {
			tell(words);
		}
	};

	/** Begins to use what was opened; tells whether to try again. That a file is locked or damaged may show only when it is first read. */
	const take = (opened: Opened): boolean => {
		try {
			return begin(opened);
		} catch (error) {
			const fault = expectFault(error);
			close();
			// What was just begun is not put aside again.
			if (fault === 'damaged' && !isReader && opened.kind === 'open' && opened.isWritable && !opened.isAnew) {
				return take(replaceDamaged(file));
			}

			met(fault);
			return isPassing(fault);
		}
	};

	const open = () => {
		opening ??= setImmediate().then(async () => {
			if (take(await openHistory(file, isReader))) {
				// Another process holds it, or there is no room: the next poll asks again.
				opening = undefined;
			}
		});
	};

	const leave = (words: string) => {
		tell(words);
		close();
	};

	/** Done once a minute, and at a fault that may come from it. The memory that took the place of a file that was removed is begun by the next poll. */
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
		}
	};

	return {
		open,
		async of(account) {
			open();
			await Promise.race([opening, setTimeout(longestWait, undefined, {ref: false})]);
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
			if (take(replaceDamaged(file))) {
				opening = undefined;
			}
		},
		pastOf: (tracked, from) => rememberings.get(tracked.instance.account)?.pastOf(tracked, from) ?? [],
		acknowledge(account, key, since, at) {
			rememberings.get(account)?.acknowledge(key, since, at);
		},
		visited(at) {
			for (const remembering of rememberings.values()) {
				remembering.visited(at);
			}
		},
		release,
		close() {
			isClosed = true;
			close();
		},
	};
}

/** The place of a deployment as the memory keeps it: host, port and path, in lower case. */
export function placeOf(url: string): string {
	const {host, pathname} = new URL(url);
	return `${host}${pathname === '/' ? '' : pathname.replace(/\/$/v, '')}`.toLowerCase();
}
