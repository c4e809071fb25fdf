import type {SeenPast} from '../../core/fleet/memory/seen-past.js';
import type {AccountId} from '../../core/instance/instance.js';
import {openAccountMemory} from '../../history/account-memory.js';
import {inMemory} from '../../history/open.js';
import {seedMemory} from '../../history/seed.js';
import type {Database} from '../../history/sqlite.js';
import {openTables} from '../../history/tables.js';
import {isHolderGone, ownHolder} from '../../process/holder.js';
import {createRemembering, type Remembering, type RememberingOptions} from './remembering.js';

export type OpenRememberingsOptions = Pick<RememberingOptions, 'isShownUnanswered' | 'isServing' | 'recalled'> & {
	/** File of the memory, or `:memory:`. */
	readonly file: string;
	/** The accounts that are watched, with the addresses of their deployments and the names of the instances that are asked for. */
	readonly accounts: ReadonlyArray<Pick<RememberingOptions, 'account' | 'names'> & {readonly url: string; readonly past?: () => SeenPast}>;
	/** Whether it is only read. */
	readonly isReader: boolean;
};

/** Opens what an open memory does for each account, after a past was put into it where there is one. It throws what SQLite throws. */
export function openRememberings(
	{database, isWritable}: {readonly database: Database; readonly isWritable: boolean},
	options: OpenRememberingsOptions,
): ReadonlyMap<AccountId, Remembering> {
	const {file, accounts, isReader, isShownUnanswered} = options;
	const tables = openTables(database);
	for (const {url, past} of accounts) {
		if (past !== undefined) {
			seedMemory(database, tables, placeOf(url), past());
		}
	}

	const holder = ownHolder();
	return new Map(accounts.map(({account, names, url}) => [account, createRemembering({
		...options,
		account,
		names,
		// Where several accounts are at one place, nothing tells whose a remembered one is before it has answered.
		isShownUnanswered: isShownUnanswered && accounts.filter(other => placeOf(other.url) === placeOf(url)).length === 1,
		takesSimulated: file === inMemory,
		memory: openAccountMemory({
			database, tables, isWritable: isWritable && !isReader, place: placeOf(url), holder, isHolderGone,
		}),
	})]));
}

/** The place of a deployment as the memory keeps it: host, port and path, in lower case. */
export function placeOf(url: string): string {
	const {host, pathname} = new URL(url);
	return `${host}${pathname === '/' ? '' : pathname.replace(/\/$/v, '')}`.toLowerCase();
}
