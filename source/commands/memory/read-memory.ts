import {sanitize} from '../../core/text/sanitize.js';
import {faultWords} from '../../history/fault.js';
import {expectFault, openHistory} from '../../history/open.js';
import type {Database} from '../../history/sqlite.js';
import type {ExitCode} from '../../process/exit-code.js';
import type {MemoryContext} from '../context.js';
import {describeAbsence} from './describe-memory.js';

/** The code where the memory cannot be read. */
const unreadable = 3;

/** What a command does with a memory that it can read, or where there is none. */
export type MemoryReader = {
	readonly open: (database: Database) => Promise<ExitCode>;
	readonly absent: () => Promise<ExitCode>;
};

/** Opens the memory for a command that tells what it holds, and closes it afterwards. Says why it cannot be read, or that there is none. */
export async function readMemory({history, say}: MemoryContext, {open, absent}: MemoryReader): Promise<ExitCode> {
	const shown = sanitize(history);
	const opened = await openHistory(history, true);
	if (opened.kind === 'none') {
		await say(`The memory ${shown} ${opened.words}.`);
		return unreadable;
	}

	if (opened.kind === 'absent') {
		await say(describeAbsence(shown));
		return absent();
	}

	const {database} = opened;
	try {
		return await open(database);
	} catch (error) {
		await say(`The memory ${shown} ${faultWords[expectFault(error)]}.`);
		return unreadable;
	} finally {
		database.close();
	}
}
