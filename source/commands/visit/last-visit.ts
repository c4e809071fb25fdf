import path from 'node:path';
import type {MonitorOptions} from '../../config/settings/monitor.js';
import {maskTextAnd} from '../../core/json/mask.js';
import {readSmallFile} from '../../config/file/read-small-file.js';
import {within} from '../../process/within.js';
import type {Environment} from '../../core/text/environment.js';
import {readVisit, writeVisits, type LastVisit} from '../../core/view/last-visit.js';
import type {Secret} from '../../core/text/secret.js';
import {writePrivateFile} from '../../process/folders/private-file.js';
import {findStateFolder} from '../../process/folders/state-folder.js';

/** What the monitor takes up again of the last visit, and keeps for the next one. */
export type Resuming = {
	readonly resumed: Partial<LastVisit>;
	readonly warnings: readonly string[];
	/** Called at the end with what is shown. It never rejects. */
	readonly keep: (visit: LastVisit, tokens: readonly Secret[]) => Promise<void>;
};

const nothing: Resuming = {resumed: {}, warnings: [], keep: async () => undefined};

/** In milliseconds. A file system that hangs must not keep the monitor from starting. */
const longestReading = 300;

/** More than twenty visits take, in bytes. */
const largestFile = 262_144;

const broken = 'What was shown last time cannot be read, and is not taken up again: state.json in the folder for state. It is written anew at the end.';

/**
Reads the last visit of these accounts, where `resume` is on: never in a demo, nor where nothing is to be remembered. What the command line
says comes before it.
*/
export async function openLastVisit(options: MonitorOptions, environment: Environment): Promise<Resuming> {
	const {isResuming, given, sources} = options;
	const accounts = sources.flatMap(source => source.kind === 'account' && !source.hasNoHistory ? [source.profile ?? new URL(source.url).host] : []);
	if (!isResuming || accounts.length < sources.length) {
		return nothing;
	}

	const file = path.join(findStateFolder(environment), 'state.json');
	const name = accounts.join(',');
	const read = await within(readText(file), longestReading, '');
	const visit = read === undefined ? 'none' : readVisit(read, name);
	return {
		resumed: typeof visit === 'string'
			? {}
			: {
				place: visit.place,
				...!given.sort && {sort: visit.sort},
				...!given.filter && {filter: visit.filter},
				...!given.columns && {columns: visit.columns},
			},
		warnings: visit === 'broken' ? [broken] : [],
		async keep(last, tokens) {
			try {
				const former = await readText(file);
				await writePrivateFile(file, writeVisits(former, name, last, text => maskTextAnd(tokens, text) !== text));
			} catch {
				// The next start begins as this one did: nothing of it is worth keeping anybody at the end.
			}
		},
	};
}

/** The text of a note: `undefined` where there is none, empty where it cannot be read. */
async function readText(file: string): Promise<string | undefined> {
	const found = await readSmallFile(file, largestFile);
	if (found.kind === 'bytes') {
		return new TextDecoder().decode(found.bytes);
	}

	return found.kind === 'failure' && (found.code === 'ENOENT' || found.code === 'ENOTDIR') ? undefined : '';
}
